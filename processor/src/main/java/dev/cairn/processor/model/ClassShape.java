package dev.cairn.processor.model;

import java.util.List;

/**
 * What kind of class a flow is, for the rules that say which kinds can be one. Immutable.
 *
 * @param kind {@code class}, or what else it is: {@code interface}, {@code enum}, {@code record}, {@code annotation type}
 * @param isPrivate whether it, or a class around it, is private
 * @param isAbstract whether it is abstract
 * @param isInner whether its instances need one of the class around it
 * @param isGeneric whether it has type parameters
 * @param constructible whether it has a no-argument constructor that is not private
 * @param inherited the steps and instance fields of its superclasses
 */
public record ClassShape(
        String kind,
        boolean isPrivate,
        boolean isAbstract,
        boolean isInner,
        boolean isGeneric,
        boolean constructible,
        List<InheritedMember> inherited) {
    /** Copies the list. */
    public ClassShape {
        inherited = List.copyOf(inherited);
    }

    /** Whether a superclass has steps, which may be what the flow lacks. */
    public boolean inheritsSteps() {
        return inherited.stream().anyMatch(InheritedMember::isStep);
    }

    /**
     * A step or field of a superclass.
     *
     * @param superclass the simple name of the superclass
     * @param name the name of the step or field
     * @param isStep whether it is a step
     */
    public record InheritedMember(String superclass, String name, boolean isStep) {}
}
