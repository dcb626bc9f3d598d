package dev.cairn.processor.read;

import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Reads what converters store. A generic converter stores a type if its type parameters can be such that this is the type that it
 * converts; its stored form is read with the same arguments.
 */
final class Converters {
    private static final String CONVERTER = "dev.cairn.codec.ConverterCodec";

    private final CompilerTypes types;
    private final Reach reach;
    private final StoredTypeReader storedTypes;

    /** So many stored forms within each other, with longer and longer type arguments, would never end. */
    private static final int DEEPEST = 16;

    /** The types whose stored forms are being read, without a named type between them: none of them may come again. */
    private List<JavaType> open = new ArrayList<>();

    Converters(CompilerTypes types, Reach reach, StoredTypeReader storedTypes) {
        this.types = types;
        this.reach = reach;
        this.storedTypes = storedTypes;
    }

    /** What a converter converts, as its class declares it; empty if the class is not a converter. */
    static Optional<TypeMirror> converted(CompilerTypes types, TypeElement codec) {
        return converter(types, codec.asType())
                .map(converter -> converter.getTypeArguments().get(0));
    }

    private static Optional<DeclaredType> converter(CompilerTypes types, TypeMirror codec) {
        return types.as(codec, CONVERTER)
                .filter(converter -> converter.getTypeArguments().size() == 2);
    }

    /** Whether a converter converts a type, with whatever type arguments. */
    boolean converts(TypeElement codec, TypeMirror value) {
        return converted(types, codec)
                .filter(converted -> new TypePattern(types.types()).matches(converted, value))
                .isPresent();
    }

    /** How a converter stores values of a type, which it need not be able to. */
    StoredType read(TypeMirror value, TypeElement codec) {
        JavaType type = JavaTypes.of(value);
        String name = CompilerTypes.nestedName(codec);
        TypeMirror converted = converted(types, codec).orElseThrow();
        TypePattern pattern = new TypePattern(types.types());
        if (!pattern.matches(converted, value)) {
            return Refusal.otherConverter(name, JavaTypes.of(converted), type).of(type);
        }
        Optional<TypeParameterElement> undetermined = pattern.undetermined(codec);
        if (undetermined.isPresent()) {
            return Refusal.undeterminedConverter(
                            name, undetermined.get().getSimpleName().toString())
                    .of(type);
        }
        Optional<TypeParameterElement> outside = pattern.outOfBounds(codec);
        if (outside.isPresent()) {
            JavaType argument = JavaTypes.of(pattern.argument(outside.get()));
            return Refusal.outOfBounds(name, outside.get().getSimpleName().toString(), argument)
                    .of(type);
        }
        return reach.canCreate(codec)
                ? read(type, name, pattern.instance(codec))
                : Refusal.uncallableCodec(name, reach.packageName()).of(type);
    }

    private StoredType read(JavaType type, String name, DeclaredType codec) {
        TypeMirror form =
                converter(types, codec).orElseThrow().getTypeArguments().get(1);
        if (open.contains(type) || open.size() > DEEPEST) {
            return Refusal.endlessForm(name, JavaTypes.of(form)).of(type);
        }
        open.add(type);
        StoredType stored = reach.refusalOfAny(form).orElseGet(() -> storedTypes.read(form));
        open.remove(open.size() - 1);
        return new StoredType.Converted((JavaType.Declared) JavaTypes.of(codec), stored, type);
    }

    /** Begins a named type, within which each type may be converted again; what is to be passed to {@link #leave}. */
    List<JavaType> enter() {
        List<JavaType> around = open;
        open = new ArrayList<>();
        return around;
    }

    /** Ends a named type. */
    void leave(List<JavaType> around) {
        open = around;
    }
}
