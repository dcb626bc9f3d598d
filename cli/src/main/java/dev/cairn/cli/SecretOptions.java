package dev.cairn.cli;

import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.OptionNames;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The options of a secret parameter: one that names a file, and one that refuses the value itself before anything looks at it. */
final class SecretOptions {
    private SecretOptions() {}

    static void add(CommandSpec command, ArtifactDefinition parameter) {
        String help = parameter.help().isEmpty() ? parameter.type() : parameter.help();
        command.addOption(Options.value(
                file(parameter),
                "<path>",
                help + (parameter.required() ? " (required, secret)" : " (secret)") + "; a file that has it, or set "
                        + OptionNames.variable(parameter.option())));
        command.addOption(OptionSpec.builder("--" + parameter.option())
                .type(String.class)
                .arity("0..1")
                .hidden(true)
                .preprocessor((arguments, refusing, option, info) -> {
                    throw new ParameterException(refusing.commandLine(), refusal(parameter));
                })
                .build());
    }

    /** The option that names the file of a secret parameter. */
    static String file(ArtifactDefinition parameter) {
        return "--" + OptionNames.file(parameter.option());
    }

    /** The options of this kind that were given, as a shell takes them, each after a space: whoever resumes the run needs them again. */
    static String files(FlowDefinition<?> definition, ParseResult parsed) {
        StringBuilder files = new StringBuilder();
        for (ArtifactDefinition parameter : definition.parameters()) {
            String path = parameter.secret() ? Options.find(parsed, file(parameter)) : null;
            if (path != null) {
                files.append(' ').append(file(parameter)).append(' ').append(ReadBack.quoted(path));
            }
        }
        return files.toString();
    }

    private static String refusal(ArtifactDefinition parameter) {
        return "--" + parameter.option()
                + " is secret, and on the command line other users of this machine could see it and the shell would"
                + " keep it: " + howToGive(parameter) + ".";
    }

    /** What to do, as the end of a sentence without its full stop. */
    static String howToGive(ArtifactDefinition parameter) {
        return "set the environment variable " + OptionNames.variable(parameter.option())
                + ", or name a file that has it with " + file(parameter) + " <path>";
    }
}
