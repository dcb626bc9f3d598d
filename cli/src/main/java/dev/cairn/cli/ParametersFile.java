package dev.cairn.cli;

import dev.cairn.codec.Tree;
import dev.cairn.engine.ParameterException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.Suggestions;
import dev.cairn.view.JsonText;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The values of parameters in a file: properties, or a JSON object, in UTF-8. Both have the names of options. Immutable.
 *
 * @param path the file
 * @param values the values by the name of the option
 */
record ParametersFile(String path, Map<String, Tree> values) {
    private static final long LARGEST = 10_000_000;

    /** No file. */
    static final ParametersFile NONE = new ParametersFile("", Map.of());

    /**
     * Reads a file.
     *
     * @param path its path, or null if none is given
     * @throws ParameterException if it cannot be read, or has what is no parameter of the flow
     */
    static ParametersFile read(@Nullable String path, FlowDefinition<?> definition) {
        if (path == null) {
            return NONE;
        }
        String text = text(path);
        Map<String, Tree> values = path.endsWith(".json") || text.stripLeading().startsWith("{")
                ? json(path, text)
                : properties(path, text);
        List<String> options =
                definition.parameters().stream().map(ArtifactDefinition::option).toList();
        for (String name : values.keySet()) {
            if (!options.contains(name)) {
                throw new ParameterException("file `" + path + "` sets `" + name + "`, but flow " + definition.name()
                        + " has no such parameter." + Suggestions.didYouMean(name, options));
            }
        }
        return new ParametersFile(path, values);
    }

    private static String text(String path) {
        try {
            Path file = Path.of(path);
            if (Files.size(file) > LARGEST) {
                throw new ParameterException("file `" + path + "` is too large for parameters. Give large content to a"
                        + " parameter of type IncludedFile.");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new ParameterException("file `" + path + "` is not text in UTF-8. Convert it.");
        } catch (IOException | InvalidPathException e) {
            throw new ParameterException("file `" + path + "` cannot be read: " + e + ". Check the path of --params.");
        }
    }

    private static Map<String, Tree> json(String path, String text) {
        Tree tree;
        try {
            tree = JsonText.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException("file `" + path + "` cannot be read as JSON: " + e.getMessage()
                    + ". Write a JSON object with the names of options.");
        }
        if (!(tree instanceof Tree.Mapping object)) {
            throw new ParameterException(
                    "file `" + path + "` is not a JSON object. Write one with the names of options.");
        }
        Map<String, Tree> values = new LinkedHashMap<>();
        object.entries().forEach(entry -> values.put((String) ((Tree.Scalar) entry.key()).value(), entry.value()));
        return values;
    }

    private static Map<String, Tree> properties(String path, String text) {
        List<String> twice = new ArrayList<>();
        Map<String, Tree> values = new LinkedHashMap<>();
        Properties properties = new Properties() {
            private static final long serialVersionUID = 1;

            @Override
            public synchronized @Nullable Object put(Object key, Object value) {
                if (values.put((String) key, Tree.of(value)) != null) {
                    twice.add((String) key);
                }
                return null;
            }
        };
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException("file `" + path + "` is not a properties file: " + e.getMessage()
                    + ". Write lines such as `seed=1`.");
        }
        if (!twice.isEmpty()) {
            throw new ParameterException("file `" + path + "` sets `" + twice.get(0) + "` twice. Set it once.");
        }
        return values;
    }

    /** The value of a parameter, or null if the file has none. */
    @Nullable
    Tree find(ArtifactDefinition parameter) {
        return values.get(parameter.option());
    }

    /** Where a value is from, for messages that begin with it. */
    String place(ArtifactDefinition parameter) {
        return "`" + parameter.option() + "` in file `" + path + "`";
    }
}
