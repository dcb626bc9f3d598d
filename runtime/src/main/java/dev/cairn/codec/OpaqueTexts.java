package dev.cairn.codec;

import dev.cairn.codec.opaque.OpaqueCodec;
import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.tree.OpaqueReader;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows reflectively stored values of one artifact with {@code toString()}. The classes that are allowed are those that the code of
 * today declares for this artifact: what the data says, or another artifact allows, does not count. Not thread-safe.
 */
public final class OpaqueTexts {
    private static final int MOST_CHARACTERS = 1000;
    private static final String REST = "...";

    private final Supplier<ArtifactCodec<?>> declared;
    private @Nullable Map<String, OpaqueCodec<?>> codecs;

    /**
     * The texts of an artifact.
     *
     * @param declared gives its codec; not asked if no value was stored reflectively
     */
    public OpaqueTexts(Supplier<ArtifactCodec<?>> declared) {
        this.declared = declared;
    }

    /** What asks for the texts. */
    OpaqueReader reader() {
        return this::text;
    }

    private @Nullable String text(Definition.Opaque stored, byte[] bytes) {
        try {
            OpaqueCodec<?> codec = codecs().get(stored.name());
            Object value = codec == null ? null : codec.readShown(stored, bytes);
            return value == null || isIdentity(value) ? null : cut(value.toString());
        } catch (Throwable e) {
            return null; // what a library does with old or damaged bytes is no reason to show nothing
        }
    }

    private Map<String, OpaqueCodec<?>> codecs() {
        Map<String, OpaqueCodec<?>> known = codecs;
        if (known == null) {
            known = new HashMap<>();
            codecs = known;
            collect(declared.get(), known, Collections.newSetFromMap(new IdentityHashMap<>()));
        }
        return known;
    }

    private static void collect(ArtifactCodec<?> codec, Map<String, OpaqueCodec<?>> found, Set<ArtifactCodec<?>> seen) {
        ArtifactCodec<?> resolved = codec.resolved();
        if (seen.add(resolved)) {
            if (resolved instanceof OpaqueCodec<?> opaque) {
                found.put(opaque.definition().name(), opaque);
            }
            resolved.parts().forEach(part -> collect(part, found, seen));
        }
    }

    /** A text with a hash code says nothing of a value, and is another one each time. */
    private static boolean isIdentity(Object value) throws NoSuchMethodException {
        return value.getClass().getMethod("toString").getDeclaringClass() == Object.class;
    }

    private static String cut(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        boolean insidePair = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1));
        return text.substring(0, insidePair ? MOST_CHARACTERS - 1 : MOST_CHARACTERS) + REST;
    }
}
