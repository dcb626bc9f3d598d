package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.internal.CodecState;
import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.Definitions;
import dev.cairn.codec.schema.SchemaType;
import dev.cairn.codec.value.OtherStorage;
import org.jspecify.annotations.Nullable;

/**
 * Stores values with a {@link ConverterCodec}: schema and payload are those of the stored form, of which null stands for null.
 *
 * <p>It has no {@link #parts}, because objects in a stored form may be made for it: who looks for shared objects would find those.
 */
final class ConvertedCodec<T, S> extends ArtifactCodec<T> {
    private final ConverterCodec<T, S> converter;
    private final ArtifactCodec<S> form;

    ConvertedCodec(ConverterCodec<T, S> converter, ArtifactCodec<S> form) {
        this.converter = converter;
        this.form = form;
    }

    @Override
    public SchemaType type() {
        return form.type();
    }

    @Override
    public void write(Kryo kryo, Output output, @Nullable T value) {
        if (CodecState.of(kryo).isLooking()) {
            return;
        }
        try {
            form.write(kryo, output, value == null ? null : stored(value));
        } catch (CodecException e) {
            throw e.from(this);
        }
    }

    private S stored(T value) {
        S stored;
        try {
            stored = converter.toStored(value);
        } catch (CodecException e) {
            throw e; // says itself what is wrong
        } catch (RuntimeException e) {
            throw new UnsupportedValueException(name() + " could not convert it: " + e, e);
        }
        if (stored == null) {
            throw new UnsupportedValueException(
                    name() + " converted it to null, which is the stored form of null only");
        }
        return stored;
    }

    @Override
    public @Nullable T read(Kryo kryo, Input input) {
        try {
            return value(form.read(kryo, input));
        } catch (CodecException e) {
            throw e.from(this);
        }
    }

    private @Nullable T value(@Nullable S stored) {
        if (stored == null) {
            return null;
        }
        T value;
        try {
            value = converter.fromStored(stored);
        } catch (CodecException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MalformedArtifactException(name() + " refuses what was stored: " + e, e);
        }
        if (value == null) {
            throw new MalformedArtifactException(name() + " made null of what was stored");
        }
        return value;
    }

    private String name() {
        return converter.getClass().getName();
    }

    @Override
    public void define(Definitions definitions) {
        form.define(definitions);
    }

    @Override
    @SuppressWarnings("unchecked") // what the form plans reads values of the form
    public ValueReader plan(Planner planner, SchemaType stored) {
        if (stored instanceof SchemaType.Named named) {
            Definition definition = planner.definition(named.name());
            NamedCodec<T> former = converter.former();
            if (former != null
                    && former.isNamed(named.rawName())
                    && former.definition().isStoredLike(definition)) {
                return planner.plan(former, stored);
            } else if (definition.needsClass() && !form.type().equals(stored)) {
                throw new IncompatibleSchemaException(OtherStorage.codec(definition, name()));
            }
        }
        ValueReader reader = planner.plan(form, stored);
        return (kryo, input) -> {
            try {
                return value((S) reader.read(kryo, input));
            } catch (CodecException e) {
                throw e.from(this);
            }
        };
    }

    @Override
    @Nullable
    public T fromTree(Tree tree) {
        S stored = form.fromTree(tree);
        if (stored == null) {
            return null;
        }
        T value;
        try {
            value = converter.fromStored(stored);
        } catch (CodecException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new TreeConversionException(name() + " refuses " + tree.text(3) + ": " + e, e);
        }
        if (value == null) {
            throw new TreeConversionException(name() + " made null of " + tree.text(3));
        }
        return value;
    }

    @Override
    public String javaName() {
        return form.javaName();
    }
}
