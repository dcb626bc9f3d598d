package dev.cairn.engine.secret;

import dev.cairn.codec.ArtifactFormat;
import dev.cairn.engine.ParameterException;
import dev.cairn.runtime.IncludedFile;
import dev.cairn.runtime.UnreadableFileException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.Encoding;
import dev.cairn.runtime.internal.HiddenTexts;
import dev.cairn.runtime.values.SecretHashes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The secret parameters that a run was given. They are in the memory of this process and nowhere else; that is why this class is not a
 * record, and has no {@code toString}. Values are kept encoded, so that each task gets its own, and nobody can change them. Immutable and
 * thread-safe.
 */
public final class Secrets {
    /** None. */
    public static final Secrets NONE = new Secrets(Map.of(), HiddenTexts.NONE);

    private final Map<String, byte[]> encoded; // by name of the field, in the order of the fields
    private final HiddenTexts hidden;

    private Secrets(Map<String, byte[]> encoded, HiddenTexts hidden) {
        this.encoded = encoded;
        this.hidden = hidden;
    }

    /**
     * The secret parameters among those that are given. What initialisers give to the others is hidden too: they may read the
     * environment.
     *
     * @param <F> the flow class
     * @param given values by name of the field
     * @param newFlow makes an instance of the flow
     * @param definition the flow
     * @return the secrets; {@link #NONE} if there is nothing to hide
     * @throws ParameterException if a value does not fit its parameter; the message does not tell the value
     */
    public static <F> Secrets of(
            FlowDefinition<F> definition,
            Map<String, ? extends @Nullable Object> given,
            Supplier<? extends F> newFlow) {
        Map<String, byte[]> encoded = new LinkedHashMap<>();
        List<String> texts = new ArrayList<>();
        for (ArtifactDefinition parameter : definition.parameters()) {
            if (parameter.secret()) {
                boolean isGiven = given.containsKey(parameter.name());
                Object value = isGiven
                        ? given.get(parameter.name())
                        : definition.get(newFlow.get(), definition.artifactIndex(parameter.name()));
                byte[] bytes = encode(definition.name(), parameter, value);
                texts.addAll(value instanceof IncludedFile file ? text(file) : texts(parameter, bytes));
                if (isGiven) {
                    encoded.put(parameter.name(), bytes);
                }
            }
        }
        return encoded.isEmpty() && texts.isEmpty() ? NONE : new Secrets(encoded, HiddenTexts.of(texts));
    }

    /** What a codec, or a class of the user's, says of a value may be the value: so its exception is no cause of this one. */
    private static byte[] encode(String flow, ArtifactDefinition parameter, @Nullable Object value) {
        String what = "the value of the secret parameter `" + parameter.name() + "` of flow " + flow;
        try {
            return Encoding.of(parameter.codec(), value).bytes();
        } catch (RuntimeException e) {
            throw new ParameterException(
                    e.getCause() instanceof UnreadableFileException file
                            ? what + " cannot be read: " + file.getMessage() + "."
                            : what + " cannot be encoded as " + parameter.type() + ". Give another value.");
        }
    }

    private static List<String> text(IncludedFile file) {
        try {
            return List.of(file.text());
        } catch (UnreadableFileException e) { // bytes that are no text are in no message either
            return List.of();
        }
    }

    private static List<String> texts(ArtifactDefinition parameter, byte[] encoded) {
        return SecretTexts.of(
                ArtifactFormat.tree(encoded, hash -> parameter.codec().schema().bytes()));
    }

    /** {@return the encoded values of those that the run was given, by name of the field: for another process that runs its tasks} */
    public Map<String, byte[]> encoded() {
        return encoded;
    }

    /**
     * Those that {@link #encoded} had in another process.
     *
     * @param <F> the flow class
     * @param definition the flow
     * @param encoded what {@link #encoded} returned there
     * @param newFlow makes an instance of the flow
     * @return the same secrets
     */
    public static <F> Secrets ofEncoded(
            FlowDefinition<F> definition, Map<String, byte[]> encoded, Supplier<? extends F> newFlow) {
        Secrets bytes = new Secrets(encoded, HiddenTexts.NONE);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        definition.parameters().stream()
                .filter(parameter -> encoded.containsKey(parameter.name()))
                .forEach(parameter -> values.put(parameter.name(), bytes.value(parameter)));
        return of(definition, values, newFlow);
    }

    /**
     * {@return whether the run was given a parameter}. If not, it has what its initialiser gives it.
     *
     * @param parameter the name of the field
     */
    public boolean contains(String parameter) {
        return encoded.containsKey(parameter);
    }

    /**
     * {@return whether a parameter has the value that another run was given; if neither was given one, it has}. Takes some tenths of a
     * second.
     *
     * @param other the hashes that are stored of the other run
     * @param parameter the name of the field
     */
    public boolean isSame(SecretHashes other, String parameter) {
        return other.isSame(parameter, encoded.get(parameter));
    }

    /** {@return whether the run was given no secret parameter} */
    public boolean isEmpty() {
        return encoded.isEmpty();
    }

    /**
     * {@return a new instance of the value of a parameter that was given}
     *
     * @param parameter a parameter that was given
     * @throws IllegalArgumentException if it was not given
     */
    public @Nullable Object value(ArtifactDefinition parameter) {
        byte[] bytes = encoded.get(parameter.name());
        if (bytes == null) {
            throw new IllegalArgumentException("`" + parameter.name() + "` was not given");
        }
        return ArtifactFormat.decode(
                parameter.codec(), bytes, hash -> parameter.codec().schema().bytes());
    }

    /** {@return the texts in them, which neither logs nor failures show} */
    public HiddenTexts hidden() {
        return hidden;
    }

    /** {@return what is stored of them} */
    public SecretHashes hashes() {
        return SecretHashes.of(encoded);
    }
}
