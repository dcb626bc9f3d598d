package dev.cairn.cli;

import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.CairnVersion;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Puts the commands together. */
final class FlowCommands {
    private static final String LAUNCHER = "cairn";

    private FlowCommands() {}

    /** The commands of one flow. */
    static CommandLine of(FlowDefinition<?> definition, Surroundings surroundings) {
        CommandSpec root = group(programOf(definition, surroundings));
        root.usageMessage().description(Options.plain(firstSentence(definition.documentation())));
        root.addSubcommand("run", new RunCommand<>(definition, surroundings).spec("run"));
        root.addSubcommand("resume", new ResumeCommand<>(definition, surroundings).spec("resume"));
        root.addSubcommand("check", new CheckCommand<>(definition, surroundings).spec("check"));
        addReading(root, KnownFlows.of(definition), surroundings);
        return new Program(root, surroundings.terminal());
    }

    /** The commands of several flows: {@code run} takes the name of one. */
    static CommandLine of(List<FlowDefinition<?>> definitions, Surroundings surroundings) {
        CommandSpec root = group(surroundings.program(LAUNCHER));
        addOfFlows(root, "run", "Runs a flow.", definitions, each -> new RunCommand<>(each, surroundings)::spec);
        addOfFlows(
                root,
                "resume",
                "Goes on where a run of a flow ended.",
                definitions,
                each -> new ResumeCommand<>(each, surroundings)::spec);
        addOfFlows(
                root,
                "check",
                "Checks that a run of a flow could start, and says what a resume would do.",
                definitions,
                each -> new CheckCommand<>(each, surroundings)::spec);
        addReading(root, KnownFlows.of(definitions), surroundings);
        return new Program(root, surroundings.terminal());
    }

    /** A command that takes the name of one flow. */
    private static void addOfFlows(
            CommandSpec root,
            String name,
            String description,
            List<FlowDefinition<?>> definitions,
            Function<FlowDefinition<?>, Function<String, CommandSpec>> commands) {
        CommandSpec command = group(name, new Flows(definitions));
        command.usageMessage().description(description);
        definitions.forEach(definition -> command.addSubcommand(
                definition.name(), commands.apply(definition).apply(definition.name())));
        root.addSubcommand(name, command);
    }

    private static void addReading(CommandSpec root, KnownFlows known, Surroundings surroundings) {
        root.addSubcommand("list", new ListCommand(known, surroundings).spec());
        root.addSubcommand("show", new ShowCommand(known, surroundings).spec());
        root.addSubcommand("dump", new DumpCommand(known, surroundings).spec());
        root.addSubcommand("diff", new DiffCommand(known, surroundings).spec());
        root.addSubcommand("graph", new GraphCommand(known, surroundings).spec());
        root.addSubcommand("files", new FilesCommand(known, surroundings).spec());
        root.addSubcommand("tag", new TagCommand(known, surroundings).spec());
        root.addSubcommand("logs", new LogsCommand(known, surroundings).spec());
        root.addSubcommand("replay", new ReplayCommand(known, surroundings).spec());
        root.addSubcommand("report", new ReportCommand(known, surroundings).spec());
        root.addSubcommand("stop", new StopCommand(known, surroundings).spec());
        root.addSubcommand("attach", new AttachCommand(known, surroundings).spec());
        root.addSubcommand("worker", new WorkerCommand(known, surroundings).spec());
        root.addSubcommand("delete", new DeleteCommand(known, surroundings).spec());
        root.addSubcommand("step", new StepCommand(known, surroundings).spec());
        root.addSubcommand("gc", new GcCommand(known, surroundings).spec());
        root.addSubcommand("verify", new VerifyCommand(known, surroundings).spec());
        root.addSubcommand("backup", new BackupCommand(known, surroundings).spec());
        root.addSubcommand("export", new ExportCommand(known, surroundings).spec());
        root.addSubcommand("import", new ImportCommand(known, surroundings).spec());
        root.addSubcommand("completion", new CompletionCommand(surroundings).spec());
    }

    /** What {@code run} and {@code resume} of the launcher can run. */
    record Flows(List<FlowDefinition<?>> definitions) {
        boolean isEmpty() {
            return definitions.isEmpty();
        }
    }

    /** What starts the commands of one flow: its generated class, unless somebody says better. */
    private static String programOf(FlowDefinition<?> definition, Surroundings surroundings) {
        String name = definition.flowClass().getName();
        return surroundings.program(name.substring(name.lastIndexOf('.') + 1).replace('$', '_') + "Runner");
    }

    private static CommandSpec group(String name) {
        return group(name, new Object());
    }

    /** A command that only has subcommands: alone it is wrong usage. */
    private static CommandSpec group(String name, Object subject) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(subject);
        spec.name(name);
        spec.mixinStandardHelpOptions(true);
        spec.version("cairn " + CairnVersion.current());
        return spec;
    }

    static String firstSentence(String documentation) {
        int end = documentation.indexOf(". ");
        return end < 0 ? documentation : documentation.substring(0, end + 1);
    }
}
