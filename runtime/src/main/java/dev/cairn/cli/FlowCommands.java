package dev.cairn.cli;

import dev.cairn.runtime.CairnVersion;
import dev.cairn.runtime.FlowDefinition;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Puts the commands together. */
final class FlowCommands {
    private FlowCommands() {}

    /** The commands of one flow: {@code run}. */
    static CommandLine of(FlowDefinition<?> definition, Terminal terminal, Map<String, String> environment) {
        CommandSpec root = group(definition.flowClass().getSimpleName() + "Runner", terminal);
        root.usageMessage().description(firstSentence(definition.documentation()));
        root.addSubcommand("run", new RunCommand<>(definition, terminal, environment).spec("run"));
        return commandLine(root, terminal);
    }

    /** The commands of several flows: {@code run} takes the name of one. */
    static CommandLine of(List<FlowDefinition<?>> definitions, Terminal terminal, Map<String, String> environment) {
        CommandSpec root = group("cairn", terminal);
        CommandSpec run = group("run", terminal, new Flows(definitions));
        run.usageMessage().description("Runs a flow.");
        definitions.forEach(definition -> run.addSubcommand(
                definition.name(), new RunCommand<>(definition, terminal, environment).spec(definition.name())));
        root.addSubcommand("run", run);
        return commandLine(root, terminal);
    }

    /** What {@code run} of the launcher can run. */
    record Flows(List<FlowDefinition<?>> definitions) {
        boolean isEmpty() {
            return definitions.isEmpty();
        }
    }

    private static CommandSpec group(String name, Terminal terminal) {
        return group(name, terminal, new Object());
    }

    /** A command that only has subcommands: alone it is wrong usage. */
    private static CommandSpec group(String name, Terminal terminal, Object subject) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(subject);
        spec.name(name);
        spec.mixinStandardHelpOptions(true);
        spec.version("cairn " + CairnVersion.current());
        return spec;
    }

    private static CommandLine commandLine(CommandSpec root, Terminal terminal) {
        CommandLine line = new CommandLine(root);
        line.setOut(terminal.outWriter());
        line.setErr(terminal.errWriter());
        line.setParameterExceptionHandler(new UsageErrors(terminal));
        line.setExecutionExceptionHandler(new CommandErrors(terminal));
        return line;
    }

    static String firstSentence(String documentation) {
        int end = documentation.indexOf(". ");
        return end < 0 ? documentation : documentation.substring(0, end + 1);
    }
}
