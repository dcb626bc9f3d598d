package dev.cairn.runtime;

import dev.cairn.runtime.definition.FlowDefinition;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The {@code main} of generated code. The command line itself is in a separate artifact, so that services that run flows do not need
 * it.
 */
public final class FlowMain {
    private static final String ARTIFACT = "dev.cairn:cairn-cli";
    private static final int USAGE = 2;

    private FlowMain() {}

    /**
     * Executes the command in {@code args} for a flow, then ends the process.
     *
     * @param definition the flow
     * @param args the words of the command line, without that of the program
     */
    public static void run(FlowDefinition<?> definition, String... args) {
        Optional<FlowProgram> program = find();
        if (program.isEmpty()) {
            System.err.println("the command line of flow `" + definition.name()
                    + "` needs an artifact that is not on the class path: add `" + ARTIFACT
                    + "` to the dependencies.");
        }
        int status = program.isEmpty() ? USAGE : program.get().execute(definition, args);
        System.err.flush();
        System.exit(status);
    }

    private static Optional<FlowProgram> find() {
        return ServiceLoader.load(FlowProgram.class, FlowMain.class.getClassLoader())
                .findFirst()
                .or(() -> ServiceLoader.load(FlowProgram.class).findFirst());
    }
}
