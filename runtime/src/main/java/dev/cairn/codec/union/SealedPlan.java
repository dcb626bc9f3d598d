package dev.cairn.codec.union;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import dev.cairn.codec.IncompatibleSchemaException;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.NamedCodec;
import dev.cairn.codec.Planner;
import dev.cairn.codec.ValueReader;
import dev.cairn.codec.internal.Varints;
import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.Renames;
import dev.cairn.codec.schema.SchemaType;
import dev.cairn.codec.value.JavaText;
import dev.cairn.codec.value.OtherStorage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Reads a sealed type that was stored with other subtypes. Immutable and thread-safe.
 *
 * @param name the sealed type, for messages
 * @param readers one per stored subtype; those of subtypes that are gone throw
 */
record SealedPlan(String name, List<ValueReader> readers) {
    static SealedPlan of(Planner planner, SealedCodec<?> codec, Definition stored) {
        if (!(stored instanceof Definition.Sealed sealed)) {
            throw new IncompatibleSchemaException(OtherStorage.generated(stored, "a sealed type"));
        }
        List<NamedCodec<?>> subtypes = codec.subtypes();
        Set<String> names = new LinkedHashSet<>();
        addNames(planner, sealed, names);
        Renames renames = Renames.ofAlternatives(
                List.copyOf(names), subtypes.stream().map(NamedCodec::member).toList());
        return of(planner, codec, sealed, subtypes, renames, new HashMap<>());
    }

    /** Adds the stored subtypes, however deep. */
    private static void addNames(Planner planner, Definition.Sealed stored, Set<String> names) {
        for (String name : stored.permitted()) {
            boolean added = names.add(new SchemaType.Named(name).rawName());
            if (added && planner.definition(name) instanceof Definition.Sealed nested) {
                addNames(planner, nested, names);
            }
        }
    }

    private static SealedPlan of(
            Planner planner,
            SealedCodec<?> codec,
            Definition.Sealed stored,
            List<NamedCodec<?>> subtypes,
            Renames renames,
            Map<String, SealedPlan> known) {
        List<ValueReader> readers = new ArrayList<>();
        for (String name : stored.permitted()) {
            SchemaType.Named subtype = new SchemaType.Named(name);
            int meaning = renames.meaning(subtype.rawName());
            if (meaning >= 0) {
                readers.add(planner.body(subtypes.get(meaning), subtype));
            } else if (renames.isOpen(subtype.rawName())) {
                readers.add((kryo, input) -> {
                    throw renames.refusal(subtype.rawName());
                });
            } else if (planner.definition(name) instanceof Definition.Sealed nested) {
                SealedPlan plan = known.get(name); // a type may be below two others, and those too
                if (plan == null) {
                    plan = of(planner, codec, nested, subtypes, renames, known);
                    known.put(name, plan);
                }
                SealedPlan below = plan;
                readers.add((kryo, input) -> below.read(Varints.readInt(input), kryo, input));
            } else {
                readers.add(gone(codec, subtype));
            }
        }
        return new SealedPlan(codec.simpleName(), List.copyOf(readers));
    }

    private static ValueReader gone(SealedCodec<?> codec, SchemaType.Named subtype) {
        return (kryo, input) -> {
            throw new IncompatibleSchemaException(
                    "stored as " + JavaText.of(subtype) + ", which is no longer a subtype of " + codec.simpleName()
                            + "; if it was renamed, name the old name in @FormerNames");
        };
    }

    Object read(int index, Kryo kryo, Input input) {
        if (index < 0 || index >= readers.size()) {
            throw new MalformedArtifactException(name + " had no subtype of number " + index);
        }
        return Objects.requireNonNull(readers.get(index).read(kryo, input));
    }
}
