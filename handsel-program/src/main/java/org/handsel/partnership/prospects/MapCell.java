package org.handsel.partnership.prospects;

/// Institutions that the map shows as one circle.
///
/// @param north where it stands, in degrees
/// @param east where it stands, in degrees
/// @param country code where all of them are known by their country only; empty where their places
///   are known
/// @param best highest likely score among them
/// @param box what the circle stands for
public record MapCell(
    double north,
    double east,
    int institutions,
    String country,
    double best,
    ProspectQuery.Box box) {}
