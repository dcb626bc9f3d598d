package dev.cairn.engine.schedule;

/** One task that may start, or all those of a foreach, which are made one by one. */
public sealed interface ReadySource permits OpenTask, OpenForeach {
    /** The step of all its tasks. */
    String step();

    /** The next task, which starts now. Called only if it is not {@link #exhausted}. */
    OpenTask take();

    /** Whether there is no task left to take. */
    boolean exhausted();
}
