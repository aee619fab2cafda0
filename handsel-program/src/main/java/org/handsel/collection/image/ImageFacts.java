package org.handsel.collection.image;

import org.jspecify.annotations.Nullable;

/// What a file is.
///
/// @param sha1 of its bytes, 40 hexadecimal digits
/// @param bytes length
/// @param type MIME type by content, such as `image/jpeg`; null when unknown
/// @param width pixels; 0 when unknown
/// @param height pixels; 0 when unknown
/// @param defect what is wrong (`truncated`, `empty`, `not-an-image`, `metadata-bomb`, `damaged`);
///   null when it is whole
public record ImageFacts(
    String sha1,
    long bytes,
    @Nullable String type,
    int width,
    int height,
    @Nullable String defect) {}
