package dev.cairn.runtime;

import dev.cairn.runtime.definition.FlowDefinition;

/** The command line that the {@code main} of generated code calls. Found with {@link java.util.ServiceLoader}. */
public interface FlowProgram {
    /**
     * Executes the command in {@code arguments}. Called in a process that has no other purpose.
     *
     * @param definition the flow
     * @param arguments the arguments of the process
     * @return the exit status of the process
     */
    int execute(FlowDefinition<?> definition, String... arguments);
}
