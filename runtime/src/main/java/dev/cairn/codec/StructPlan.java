package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a struct that was stored with other fields. Immutable and thread-safe. */
final class StructPlan<T> implements ValueReader {
    private final StructCodec<T> codec;
    private final List<Slot> slots;

    private StructPlan(StructCodec<T> codec, List<Slot> slots) {
        this.codec = codec;
        this.slots = slots;
    }

    static <T> StructPlan<T> of(Planner planner, StructCodec<T> codec, Definition stored) {
        if (!(stored instanceof Definition.Struct)) {
            throw new IncompatibleSchemaException(
                    "stored as " + stored + ", which is a record or class with fields now");
        }
        List<Slot> slots = new ArrayList<>();
        List<Definition.Field> fields = ((Definition.Struct) stored).fields();
        for (Definition.Field field : fields) {
            int target = target(codec, field, fields);
            slots.add(target < 0 ? skipped(planner, codec, field) : planned(planner, codec, field, target));
        }
        return new StructPlan<>(codec, List.copyOf(slots));
    }

    /** The field of today that a stored one is: by its name, or by a former one unless the name itself was stored too. */
    private static int target(StructCodec<?> codec, Definition.Field stored, List<Definition.Field> all) {
        Set<String> names = new HashSet<>();
        all.forEach(field -> names.add(field.name()));
        List<StructField> fields = codec.fields();
        int former = -1;
        for (int i = 0; i < fields.size(); i++) {
            StructField field = fields.get(i);
            if (field.name().equals(stored.name())) {
                return i;
            } else if (former < 0 && !names.contains(field.name()) && formerName(field, names, stored.name())) {
                former = i;
            }
        }
        return former;
    }

    private static boolean formerName(StructField field, Set<String> storedNames, String name) {
        // Of several former names that were stored side by side, the first one counts.
        return field.formerNames().stream()
                .filter(storedNames::contains)
                .findFirst()
                .filter(name::equals)
                .isPresent();
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
        FieldValues values = new FieldValues(codec.fields().size());
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
        try {
            return codec.create(values);
        } catch (RuntimeException e) {
            throw StructErrors.refused(codec, e);
        }
    }

    /** What happens to a stored field; the target is negative if it is skipped. */
    private record Slot(int target, String path, ValueReader reader) {}
}
