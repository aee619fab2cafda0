package org.handsel.collection;

/// The three layers of rights that are never mixed up: the thing itself, the photo or scan of it,
/// and the description.
///
/// @param work rights in the work that is shown
/// @param reproduction rights in the photo or scan
/// @param metadata rights in the description; never says anything about the image
public record ItemRights(LayerRights work, LayerRights reproduction, LayerRights metadata) {
  /// Nothing was said in any layer.
  public static final ItemRights SILENT =
      new ItemRights(
          LayerRights.silent("work"),
          LayerRights.silent("reproduction"),
          LayerRights.silent("metadata"));

  public ItemRights {
    work = work == null ? LayerRights.silent("work") : work;
    reproduction = reproduction == null ? LayerRights.silent("reproduction") : reproduction;
    metadata = metadata == null ? LayerRights.silent("metadata") : metadata;
  }
}
