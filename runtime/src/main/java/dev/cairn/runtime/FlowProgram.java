package dev.cairn.runtime;

import dev.cairn.runtime.definition.FlowDefinition;

/** What the {@code main} of generated code calls: a command line. Found with {@link java.util.ServiceLoader}. */
public interface FlowProgram {
    /**
     * Does for a flow what the arguments say. Called in a process that is there for nothing else.
     *
     * @param definition the flow
     * @param arguments the arguments of the process
     * @return the status with which the process is to end
     */
    int execute(FlowDefinition<?> definition, String... arguments);
}
