package dev.cairn.cli;

import dev.cairn.runtime.CairnVersion;
import dev.cairn.runtime.FlowDefinition;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
        CommandSpec run = group("run", terminal);
        run.usageMessage().description("Runs a flow.");
        definitions.forEach(definition -> run.addSubcommand(
                definition.name(), new RunCommand<>(definition, terminal, environment).spec(definition.name())));
        root.addSubcommand("run", run);
        return commandLine(root, terminal);
    }

    /** A command that only has subcommands: alone it shows them. */
    private static CommandSpec group(String name, Terminal terminal) {
        CommandSpec[] self = new CommandSpec[1];
        Callable<Integer> help = () -> {
            self[0].commandLine().usage(terminal.errWriter());
            return ExitStatus.USAGE;
        };
        CommandSpec spec = CommandSpec.wrapWithoutInspection(help);
        self[0] = spec;
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
