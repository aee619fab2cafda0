package org.handsel.collection.harvest;

/// Something that went wrong in a harvest, while the rest went on.
///
/// @param page number of the page, from 1; 0 when none
/// @param code `PAGE_BROKEN`, `HARVEST_LOOPS`, `HARVEST_STOPPED`, `TOKEN_REFUSED` or `SIZE_DIFFERS`
/// @param reason what is wrong, what became of it, what to do
public record HarvestProblem(long page, String code, String reason) {}
