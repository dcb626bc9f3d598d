package dev.cairn.engine.secret;

import dev.cairn.engine.ParameterException;
import dev.cairn.runtime.IncludedFile;
import dev.cairn.runtime.ParameterParser;
import dev.cairn.runtime.UnreadableFileException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.internal.OptionNames;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes secret parameters out of the environment and out of files. No message tells a value, nor a text that is none: it may be one of
 * another type. Immutable and thread-safe.
 */
public final class SecretReader {
    private static final String FILE_TYPE = "IncludedFile";

    private final String flow;
    private final Map<String, String> environment;
    private final ParameterParser parser;

    /**
     * A reader of an environment, which is not copied.
     *
     * @param flow the name of the flow, whose own variables come before those of all flows
     * @param environment the variables, by name
     * @param parser reads values out of text
     */
    public SecretReader(String flow, Map<String, String> environment, ParameterParser parser) {
        this.flow = flow;
        this.environment = environment;
        this.parser = parser;
    }

    /** A value that was found. It has no {@code toString}. */
    public static final class Found {
        private final @Nullable Object value;

        private Found(@Nullable Object value) {
            this.value = value;
        }

        /**
         * What was found, which may be null.
         *
         * @return an object of the parameter's type
         */
        public @Nullable Object value() {
            return value;
        }
    }

    /**
     * Looks for the value of a secret parameter.
     *
     * @param file the file that the command line names, which then counts alone, or null
     * @param parameter a secret parameter
     * @return empty if nobody gave one
     * @throws ParameterException if it cannot be read, is empty, or is given twice
     */
    public Optional<Found> find(ArtifactDefinition parameter, @Nullable String file) {
        if (file != null) {
            return Optional.of(inFile(parameter, file));
        }
        String fileOption = OptionNames.file(parameter.option());
        Optional<Found> own =
                find(parameter, OptionNames.variable(flow, parameter.option()), OptionNames.variable(flow, fileOption));
        return own.isPresent()
                ? own
                : find(parameter, OptionNames.variable(parameter.option()), OptionNames.variable(fileOption));
    }

    private Optional<Found> find(ArtifactDefinition parameter, String variable, String fileVariable) {
        String text = environment.get(variable);
        String path = environment.get(fileVariable);
        if (text != null && path != null) {
            throw new ParameterException("secret parameter `" + parameter.option() + "` is given twice: by " + variable
                    + " and by " + fileVariable + ". Unset one of the two.");
        } else if (path != null) {
            return Optional.of(inFile(parameter, path));
        }
        return Optional.ofNullable(text).map(given -> parsed(parameter, given, variable));
    }

    /**
     * The value of a secret parameter that a text describes.
     *
     * @param place where the text is from, for messages
     * @param parameter a secret parameter
     * @param text the text, which is in no message
     * @return the value
     * @throws ParameterException if it is none
     */
    public Found inText(ArtifactDefinition parameter, String text, String place) {
        return parsed(parameter, text, place);
    }

    private Found inFile(ArtifactDefinition parameter, String path) {
        try {
            IncludedFile file = IncludedFile.of(Path.of(path));
            if (parameter.type().equals(FILE_TYPE)) {
                requireText(parameter, file.size() == 0, place(path));
                return new Found(file);
            }
            return parsed(parameter, withoutLineBreak(file.text()), place(path));
        } catch (UnreadableFileException e) {
            throw new ParameterException(cannotBeRead(parameter) + e.getMessage() + ".");
        } catch (InvalidPathException e) {
            throw new ParameterException(cannotBeRead(parameter) + "`" + path + "` is not the path of a file.");
        }
    }

    private static String place(String path) {
        return "file `" + path + "`";
    }

    /** Editors and {@code echo} end the last line, which nobody means to be part of a token. */
    private static String withoutLineBreak(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private Found parsed(ArtifactDefinition parameter, String text, String place) {
        requireText(parameter, text.isEmpty(), place);
        try {
            return new Found(parser.parse(parameter, text));
        } catch (IllegalArgumentException e) {
            throw new ParameterException("secret parameter `" + parameter.option() + "` cannot be read: the text in "
                    + place + " is not a value of type " + parameter.type() + ". " + e.getMessage());
        }
    }

    /** What sets a variable that has no value, as some build servers do, does not mean the empty string. */
    private static void requireText(ArtifactDefinition parameter, boolean isEmpty, String place) {
        if (isEmpty) {
            throw new ParameterException(
                    "secret parameter `" + parameter.option() + "` is empty in " + place + ". Write its value there.");
        }
    }

    private static String cannotBeRead(ArtifactDefinition parameter) {
        return "secret parameter `" + parameter.option() + "` cannot be read: ";
    }
}
