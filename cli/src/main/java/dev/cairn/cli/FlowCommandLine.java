package dev.cairn.cli;

import dev.cairn.runtime.FlowProgram;
import dev.cairn.runtime.definition.FlowDefinition;

/** The command line of one flow. The {@code main} method of generated code finds it with {@link java.util.ServiceLoader}. */
public final class FlowCommandLine implements FlowProgram {
    /** Called by {@link java.util.ServiceLoader}. */
    public FlowCommandLine() {}

    @Override
    public int execute(FlowDefinition<?> definition, String... arguments) {
        Surroundings surroundings = Surroundings.ofProcess();
        int status = FlowCommands.of(definition, surroundings, arguments).execute(arguments);
        return StandardOutput.check(status, surroundings.terminal());
    }
}
