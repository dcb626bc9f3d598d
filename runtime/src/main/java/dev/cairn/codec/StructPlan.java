package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.Renames;
import dev.cairn.codec.value.OtherStorage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a struct that was stored with other fields. Immutable and thread-safe. */
final class StructPlan<T> implements ValueReader {
    private final StructCodec<T> codec;
    private final List<Slot> slots;
    private final Map<Integer, @Nullable Object> defaults;
    private final @Nullable Refusal refusal;

    private StructPlan(
            StructCodec<T> codec,
            List<Slot> slots,
            Map<Integer, @Nullable Object> defaults,
            @Nullable Refusal refusal) {
        this.codec = codec;
        this.slots = slots;
        this.defaults = defaults;
        this.refusal = refusal;
    }

    static <T> StructPlan<T> of(Planner planner, StructCodec<T> codec, Definition stored) {
        if (!(stored instanceof Definition.Struct struct)) {
            throw new IncompatibleSchemaException(OtherStorage.generated(stored, "a record or class with fields"));
        }
        List<Definition.Field> fields = struct.fields();
        List<String> names = fields.stream().map(Definition.Field::name).toList();
        Renames renames = Renames.ofFields(
                names, codec.fields().stream().map(StructField::member).toList());
        List<Slot> slots = new ArrayList<>();
        Map<Integer, Slot> found = new HashMap<>();
        for (Definition.Field field : fields) {
            int target = renames.meaning(field.name());
            Slot slot = target < 0 ? skipped(planner, codec, field) : planned(planner, codec, field, target);
            slots.add(slot);
            found.put(target, slot);
        }
        String open = renames.firstOpen();
        if (open != null) {
            Refusal refusal =
                    new Refusal(codec.simpleName(), renames.refusal(open).problem());
            return new StructPlan<>(codec, List.copyOf(slots), Map.of(), refusal);
        }
        List<Definition.Field> unclaimed = fields.stream()
                .filter(field -> renames.meaning(field.name()) < 0)
                .toList();
        Map<Integer, @Nullable Object> defaults = new LinkedHashMap<>();
        Refusal refusal = null;
        for (int i = 0; i < codec.fields().size(); i++) {
            if (!found.containsKey(i)) {
                StructField field = codec.fields().get(i);
                refusal = refusal != null ? refusal : suspicion(planner, codec, field, unclaimed);
                addDefault(codec, i, defaults);
            }
        }
        return new StructPlan<>(codec, List.copyOf(slots), defaults, refusal);
    }

    /** What keeps a field from being taken for a new one: it may be a stored one under another name. */
    private static @Nullable Refusal suspicion(
            Planner planner, StructCodec<?> codec, StructField field, List<Definition.Field> unclaimed) {
        List<String> resembling = unclaimed.stream()
                .filter(stored -> planner.couldRead(field.codec(), stored.type()))
                .map(Definition.Field::name)
                .toList();
        String problem = MissingField.suspicion(field, resembling);
        return problem == null ? null : new Refusal(path(codec, field.name()), problem);
    }

    private static void addDefault(StructCodec<?> codec, int index, Map<Integer, @Nullable Object> defaults) {
        StructField field = codec.fields().get(index);
        if (field.defaultText() != null) {
            try {
                defaults.put(index, field.codec().fromTree(Tree.of(field.defaultText())));
            } catch (CodecException e) {
                throw e.inside(codec, path(codec, field.name()));
            }
        }
    }

    private static Slot skipped(Planner planner, StructCodec<?> codec, Definition.Field field) {
        return new Slot(-1, path(codec, field.name()), planner.skipper(field.type()));
    }

    private static Slot planned(Planner planner, StructCodec<?> codec, Definition.Field field, int target) {
        String path = path(codec, codec.fields().get(target).name());
        try {
            return new Slot(
                    target, path, planner.plan(codec.fields().get(target).codec(), field.type()));
        } catch (CodecException e) {
            throw e.inside(codec, path);
        }
    }

    private static String path(StructCodec<?> codec, String field) {
        return codec.simpleName() + "." + field;
    }

    @Override
    public T read(Kryo kryo, Input input) {
        if (refusal != null) {
            throw refusal.exception(codec);
        }
        FieldValues values = FieldValues.ofStored(codec);
        for (Slot slot : slots) {
            @Nullable Object value;
            try {
                value = slot.reader.read(kryo, input);
            } catch (CodecException e) {
                throw e.inside(codec, slot.path);
            }
            if (slot.target >= 0) {
                values.set(slot.target, value);
            }
        }
        defaults.forEach(values::set);
        try {
            return codec.create(values);
        } catch (CodecException e) {
            throw e;
        } catch (RuntimeException e) {
            throw StructErrors.refused(codec, e);
        }
    }

    /** What happens to a stored field; the target is negative if it is skipped. */
    private record Slot(int target, String path, ValueReader reader) {}

    /** Why a value that was stored so cannot be read. A version of which there is no value does no harm. */
    private record Refusal(String path, String problem) {
        CodecException exception(StructCodec<?> codec) {
            return new IncompatibleSchemaException(problem).inside(codec, path);
        }
    }
}
