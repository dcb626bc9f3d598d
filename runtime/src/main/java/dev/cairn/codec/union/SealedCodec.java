package dev.cairn.codec.union;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.NamedCodec;
import dev.cairn.codec.Planner;
import dev.cairn.codec.Tree;
import dev.cairn.codec.TreeConversionException;
import dev.cairn.codec.UnsupportedValueException;
import dev.cairn.codec.ValueReader;
import dev.cairn.codec.internal.TreeErrors;
import dev.cairn.codec.internal.Varints;
import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.Definitions;
import dev.cairn.codec.schema.Renames;
import dev.cairn.codec.schema.SchemaType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The codec of a sealed interface or class.
 *
 * <p>Payload: an unsigned varint, 0 for null, else one plus the number of the subtype in the schema; then the subtype's own
 * payload without what stands for null.
 */
public final class SealedCodec<T> extends NamedCodec<T> {
    private final List<NamedCodec<? extends T>> permitted;

    public SealedCodec(
            Class<? super T> type,
            String typeName,
            List<String> formerTypeNames,
            List<NamedCodec<? extends T>> permitted) {
        super(type, typeName, formerTypeNames);
        this.permitted = List.copyOf(permitted);
        Renames.requireTold(
                "subtypes",
                simpleName(),
                subtypes().stream().map(NamedCodec::member).toList());
    }

    /** The subtypes, however deep. */
    List<NamedCodec<?>> subtypes() {
        Set<NamedCodec<?>> subtypes = new LinkedHashSet<>();
        for (NamedCodec<?> codec : permitted) {
            subtypes.add(codec);
            if (codec instanceof SealedCodec<?> sealed) {
                subtypes.addAll(sealed.subtypes());
            }
        }
        return List.copyOf(subtypes);
    }

    @Override
    public void write(Kryo kryo, Output output, @Nullable T value) {
        if (value == null) {
            output.writeByte((byte) 0);
            return;
        }
        int index = indexOf(value);
        Varints.write(output, index + 1);
        writePermitted(permitted.get(index), kryo, output, value);
    }

    @Override
    public void writeBody(Kryo kryo, Output output, T value) {
        int index = indexOf(value);
        Varints.write(output, index);
        writePermitted(permitted.get(index), kryo, output, value);
    }

    private int indexOf(T value) {
        for (int i = 0; i < permitted.size(); i++) {
            if (permitted.get(i).javaType().isInstance(value)) {
                return i;
            }
        }
        throw new UnsupportedValueException(
                        value.getClass().getName() + " cannot be stored, because it is not one of the subtypes of "
                                + simpleName() + " that were known to the compiler")
                .from(this);
    }

    private <S extends T> void writePermitted(NamedCodec<S> codec, Kryo kryo, Output output, T value) {
        try {
            codec.writeBody(kryo, output, codec.javaType().cast(value));
        } catch (CodecException e) {
            throw e.from(this);
        }
    }

    @Override
    public @Nullable T read(Kryo kryo, Input input) {
        int stored = Varints.readInt(input);
        return stored == 0 ? null : readPermitted(stored - 1, kryo, input);
    }

    @Override
    public T readBody(Kryo kryo, Input input) {
        return readPermitted(Varints.readInt(input), kryo, input);
    }

    private T readPermitted(int index, Kryo kryo, Input input) {
        if (index < 0 || index >= permitted.size()) {
            throw new MalformedArtifactException(simpleName() + " has no subtype of number " + index);
        }
        return permitted.get(index).readBody(kryo, input);
    }

    @Override
    public Definition.Sealed definition() {
        return new Definition.Sealed(
                type().name(),
                permitted.stream().map(codec -> codec.type().name()).toList());
    }

    @Override
    protected boolean staysAsItIsWhenRead() {
        return true;
    }

    @Override
    public List<ArtifactCodec<?>> parts() {
        return List.copyOf(permitted);
    }

    @Override
    public void define(Definitions definitions) {
        if (definitions.add(definition())) {
            permitted.forEach(codec -> codec.define(definitions));
        }
    }

    @Override
    public ValueReader plan(Planner planner, SchemaType stored) {
        if (stored instanceof SchemaType.Named named && !isNamed(named.rawName())) {
            NamedCodec<?> subtype = subtype(named.rawName());
            if (subtype != null) {
                return planner.plan(subtype, stored);
            }
        }
        SealedPlan plan = SealedPlan.of(planner, this, planner.definition(this, stored));
        return (kryo, input) -> {
            int index = Varints.readInt(input);
            return index == 0 ? null : plan.read(index - 1, kryo, input);
        };
    }

    @Override
    public ValueReader planBody(Planner planner, Definition stored) {
        SealedPlan plan = SealedPlan.of(planner, this, stored);
        return (kryo, input) -> plan.read(Varints.readInt(input), kryo, input);
    }

    /** The subtype of that name, of now or then, however deep; null if there is none. */
    @Nullable
    public NamedCodec<?> subtype(String rawName) {
        for (NamedCodec<?> codec : permitted) {
            NamedCodec<?> found = codec.isNamed(rawName)
                    ? codec
                    : codec instanceof SealedCodec<?> sealed ? sealed.subtype(rawName) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean isOrHolds(NamedCodec<?> codec, String name) {
        return codec.isNamed(new SchemaType.Named(name).rawName())
                || codec.simpleName().equals(name)
                || codec instanceof SealedCodec<?> sealed && sealed.subtype(name) != null;
    }

    @Override
    @Nullable
    public T fromTree(Tree tree) {
        if (tree instanceof Tree.Null) {
            return null;
        }
        String name = tree instanceof Tree.Struct struct
                ? struct.type()
                : tree instanceof Tree.Constant constant
                        ? constant.type()
                        : tree instanceof Tree.Mapping typed ? TypedMapping.type(typed) : null;
        for (NamedCodec<? extends T> codec : permitted) {
            if (name != null && isOrHolds(codec, name)) {
                return codec.fromTree(tree instanceof Tree.Mapping mapping ? TypedMapping.withoutType(mapping) : tree);
            }
        }
        List<String> names = new ArrayList<>();
        permitted.forEach(codec -> names.add(codec.simpleName()));
        throw new TreeConversionException(tree.text(3) + " is not " + TreeErrors.withArticle(simpleName())
                + ": name its type as `" + TypedMapping.KEY + "`, one of "
                + names.stream().collect(Collectors.joining(", ")));
    }

    @Override
    public String javaName() {
        return simpleName();
    }
}
