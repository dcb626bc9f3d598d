package dev.cairn.runtime;

import dev.cairn.runtime.definition.ArtifactDefinition;
import org.jspecify.annotations.Nullable;

/** Reads values of parameters out of text, as the command line does. Found with {@link java.util.ServiceLoader}. */
public interface ParameterParser {
    /**
     * The value that {@code text} describes.
     *
     * @param parameter the parameter, which says of what type the value has to be
     * @param text the text, as it was typed
     * @return the value; null only if the text means that
     * @throws IllegalArgumentException if {@code text} is not a value of the parameter's type. The message says how to write one, as a
     *     sentence, and nothing of {@code text}, which may be secret.
     */
    @Nullable
    Object parse(ArtifactDefinition parameter, String text);
}
