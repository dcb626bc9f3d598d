package dev.cairn.processor.model;

/**
 * What kind of method a step is, for the rule that says which kinds can be one. Immutable.
 *
 * @param isPrivate whether it is private
 * @param isStatic whether it is static
 * @param isAbstract whether it has no body
 * @param isGeneric whether it has type parameters
 * @param returnType what it returns, as written
 */
public record MethodShape(
        boolean isPrivate, boolean isStatic, boolean isAbstract, boolean isGeneric, String returnType) {}
