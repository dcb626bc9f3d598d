package dev.cairn.engine.resume;

/**
 * Why tasks run that might have been reused. Immutable.
 *
 * @param kind the kind
 * @param text the reason as the end of a sentence about a step, such as {@code its code changed}
 */
record Reason(Kind kind, String text) {
    /** The kinds, in the order in which a line tells them. */
    enum Kind {
        ASKED,
        STEP,
        ELEMENT,
        UNFINISHED,
        PARENTS,
        VALUES,
        TRANSITION,
        CAUGHT,
        LOST
    }

    static final Reason ASKED = new Reason(Kind.ASKED, "the resume begins there");
    static final Reason NEW_STEP = new Reason(Kind.STEP, "it is new");
    static final Reason UNKNOWN_CODE = new Reason(Kind.STEP, "it is not known whether its code changed");
    static final Reason CODE = new Reason(Kind.STEP, "its code changed");
    static final Reason VERSION = new Reason(Kind.STEP, "its version changed");
    static final Reason OTHER_SPLIT = new Reason(Kind.STEP, "it joins another split, or joined one");
    static final Reason NEW_ELEMENT = new Reason(Kind.ELEMENT, "new element");
    static final Reason MOVED_ELEMENT = new Reason(Kind.ELEMENT, "new or moved element, and its position is read");
    static final Reason OTHER_COUNT =
            new Reason(Kind.ELEMENT, "another number of elements, which a `TaskContext` shows");
    static final Reason OTHER_LIST = new Reason(Kind.ELEMENT, "element of another artifact");
    static final Reason UNFINISHED = new Reason(Kind.UNFINISHED, "not finished");
    static final Reason PARENTS = new Reason(Kind.PARENTS, "the steps that lead to it changed");
    static final Reason STEP_BEFORE = new Reason(Kind.PARENTS, "a step before it runs");
    static final Reason VALUES = new Reason(Kind.VALUES, "an artifact that it reads changed");
    static final Reason TRANSITION = new Reason(Kind.TRANSITION, "what follows it changed");
    static final Reason CAUGHT = new Reason(Kind.CAUGHT, "their failure was caught");
    static final Reason CATCH = new Reason(Kind.CAUGHT, "it catches its failure in another artifact, or no longer");
    static final Reason LOST = new Reason(Kind.LOST, "a value of it is missing in the datastore");

    /** For a step of whose code it is known what changed. */
    static Reason code(String what) {
        return new Reason(Kind.STEP, CODE.text() + ": " + what);
    }

    /** For a step that reads a parameter or constant. */
    static Reason changed(String what) {
        return new Reason(Kind.STEP, what);
    }
}
