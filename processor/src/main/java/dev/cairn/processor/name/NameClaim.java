package dev.cairn.processor.name;

import dev.cairn.processor.model.Position;

/**
 * A name that generated code takes. Two claims collide if their owners are the same and their names differ in case at
 * most: there are file systems that do not tell such class files apart.
 *
 * @param owner the generated class, or the package, in which the name is declared
 * @param name the simple name
 * @param claimant what it is for, to follow "is the name of": {@code the view of step `train`}
 * @param position where in the source what claims it is
 */
public record NameClaim(String owner, String name, String claimant, Position position) {}
