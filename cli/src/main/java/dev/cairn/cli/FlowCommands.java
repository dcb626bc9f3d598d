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

    private static final String COMPLETION = "completion";

    /** In the order in which help lists them. */
    private static final List<String> NAMES = List.of(
            "run",
            "resume",
            "check",
            "list",
            "show",
            "dump",
            "diff",
            "graph",
            "files",
            "tag",
            "logs",
            "replay",
            "report",
            "stop",
            "attach",
            "worker",
            "delete",
            "step",
            "gc",
            "verify",
            "backup",
            "export",
            "import",
            COMPLETION);

    private FlowCommands() {}

    /**
     * The commands of one flow.
     *
     * @param arguments what was typed, to make only the command that it names; all of them are made for anything else
     */
    static CommandLine of(FlowDefinition<?> definition, Surroundings surroundings, String... arguments) {
        CommandSpec root = group(programOf(definition, surroundings));
        root.usageMessage().description(Options.plain(firstSentence(definition.documentation())));
        KnownFlows known = KnownFlows.of(definition);
        for (String name : wanted(arguments)) {
            root.addSubcommand(
                    name,
                    switch (name) {
                        case "run" -> new RunCommand<>(definition, surroundings).spec(name);
                        case "resume" -> new ResumeCommand<>(definition, surroundings).spec(name);
                        case "check" -> new CheckCommand<>(definition, surroundings).spec(name);
                        default -> reading(name, known, surroundings);
                    });
        }
        return new Program(root, surroundings.terminal());
    }

    /**
     * The commands of several flows: {@code run} takes the name of one.
     *
     * @param arguments as for one flow
     */
    static CommandLine of(List<FlowDefinition<?>> definitions, Surroundings surroundings, String... arguments) {
        CommandSpec root = group(surroundings.program(LAUNCHER));
        KnownFlows known = KnownFlows.of(definitions);
        for (String name : wanted(arguments)) {
            switch (name) {
                case "run" ->
                    addOfFlows(
                            root,
                            name,
                            "Runs a flow.",
                            definitions,
                            each -> new RunCommand<>(each, surroundings)::spec);
                case "resume" ->
                    addOfFlows(
                            root,
                            name,
                            "Goes on where a run of a flow ended.",
                            definitions,
                            each -> new ResumeCommand<>(each, surroundings)::spec);
                case "check" ->
                    addOfFlows(
                            root,
                            name,
                            "Checks that a run of a flow could start, and says what a resume would do.",
                            definitions,
                            each -> new CheckCommand<>(each, surroundings)::spec);
                default -> root.addSubcommand(name, reading(name, known, surroundings));
            }
        }
        return new Program(root, surroundings.terminal());
    }

    /** To make all commands takes longer than to run a small flow. Completion has to know them all. */
    private static List<String> wanted(String... arguments) {
        return arguments.length > 0 && NAMES.contains(arguments[0]) && !arguments[0].equals(COMPLETION)
                ? List.of(arguments[0])
                : NAMES;
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

    private static CommandSpec reading(String name, KnownFlows known, Surroundings surroundings) {
        return switch (name) {
            case "list" -> new ListCommand(known, surroundings).spec();
            case "show" -> new ShowCommand(known, surroundings).spec();
            case "dump" -> new DumpCommand(known, surroundings).spec();
            case "diff" -> new DiffCommand(known, surroundings).spec();
            case "graph" -> new GraphCommand(known, surroundings).spec();
            case "files" -> new FilesCommand(known, surroundings).spec();
            case "tag" -> new TagCommand(known, surroundings).spec();
            case "logs" -> new LogsCommand(known, surroundings).spec();
            case "replay" -> new ReplayCommand(known, surroundings).spec();
            case "report" -> new ReportCommand(known, surroundings).spec();
            case "stop" -> new StopCommand(known, surroundings).spec();
            case "attach" -> new AttachCommand(known, surroundings).spec();
            case "worker" -> new WorkerCommand(known, surroundings).spec();
            case "delete" -> new DeleteCommand(known, surroundings).spec();
            case "step" -> new StepCommand(known, surroundings).spec();
            case "gc" -> new GcCommand(known, surroundings).spec();
            case "verify" -> new VerifyCommand(known, surroundings).spec();
            case "backup" -> new BackupCommand(known, surroundings).spec();
            case "export" -> new ExportCommand(known, surroundings).spec();
            case "import" -> new ImportCommand(known, surroundings).spec();
            case COMPLETION -> new CompletionCommand(surroundings).spec();
            default -> throw new IllegalArgumentException(name);
        };
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
