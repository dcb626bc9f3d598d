package dev.cairn.engine;

import dev.cairn.engine.process.ChildNeeds;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the tasks of a run are kept apart from the process that drives it. In processes of their own, they can end their process or
 * crash it, or fill its memory: then the attempt fails, and the run goes on. Immutable.
 */
public final class Isolation {
    private static final Isolation NONE = new Isolation(null);

    private final @Nullable List<String> options; // null if tasks are not isolated

    private Isolation(@Nullable List<String> options) {
        this.options = options;
    }

    /** {@return the default, with which tasks run on threads of this process} */
    public static Isolation none() {
        return NONE;
    }

    /**
     * Tasks run in other processes on this machine, Java virtual machines with the class path or module path of this one. Each runs one
     * task at a time, and then the next one. They have the options of this virtual machine, and these in addition. The datastore must be
     * one that other processes can open.
     *
     * @param jvmOptions further options, such as {@code -Xmx512m}
     * @return the setting, for {@link RunBuilder#isolation}
     */
    public static Isolation process(String... jvmOptions) {
        return new Isolation(List.of(jvmOptions));
    }

    /** Whether tasks run in other processes. */
    boolean isolates() {
        return options != null;
    }

    /** What the tasks of a step need of their process. */
    ChildNeeds needs(StepDefinition step) {
        String memory = step.resources().memory();
        return new ChildNeeds(options == null ? List.of() : options, memory.isEmpty() ? null : memory);
    }
}
