package dev.cairn.engine.secret;

import dev.cairn.engine.ParameterException;
import dev.cairn.runtime.ParameterParser;
import dev.cairn.runtime.definition.ArtifactDefinition;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The parser of the command line, where that is on the class path. A {@code String} needs none. Thread-safe. */
final class FoundParser implements ParameterParser {
    static final FoundParser INSTANCE = new FoundParser();

    private static final String ARTIFACT = "dev.cairn:cairn-cli";

    private FoundParser() {}

    @Override
    public @Nullable Object parse(ArtifactDefinition parameter, String text) {
        Optional<ParameterParser> parser = find();
        if (parser.isPresent()) {
            return parser.get().parse(parameter, text);
        } else if (parameter.type().equals("String")) {
            return text;
        }
        throw new ParameterException("secret parameter `" + parameter.option() + "` of type " + parameter.type()
                + " can be read from text only with an artifact that is not on the class path: add `" + ARTIFACT
                + "` to the dependencies.");
    }

    private static Optional<ParameterParser> find() {
        return ServiceLoader.load(ParameterParser.class, FoundParser.class.getClassLoader())
                .findFirst()
                .or(() -> ServiceLoader.load(ParameterParser.class).findFirst());
    }
}
