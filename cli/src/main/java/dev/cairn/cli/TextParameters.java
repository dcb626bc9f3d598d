package dev.cairn.cli;

import dev.cairn.runtime.ParameterParser;
import dev.cairn.runtime.definition.ArtifactDefinition;
import org.jspecify.annotations.Nullable;

/** Reads values of parameters as the command line does. Found with {@link java.util.ServiceLoader}. */
public final class TextParameters implements ParameterParser {
    /** Called by {@link java.util.ServiceLoader}. */
    public TextParameters() {}

    @Override
    public @Nullable Object parse(ArtifactDefinition parameter, String text) {
        return ParameterText.parseQuietly(parameter, text);
    }
}
