package dev.cairn.processor.read;

import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads {@code @Codec} and {@code @Opaque}, which take precedence over what the type itself would give. */
final class CustomStorage {
    private static final String CUSTOM_CODEC = "dev.cairn.codec.CustomCodec";

    private final CompilerTypes types;
    private final Reach reach;

    CustomStorage(CompilerTypes types, Reach reach) {
        this.types = types;
        this.reach = reach;
    }

    /** How an annotation on a field or class says that values of {@code type} are stored; empty if none does. */
    Optional<StoredType> read(TypeMirror type, Element annotated) {
        TypeMirror value = types.boxed(types.withoutWildcards(type));
        if (StorageAnnotations.lacksElement(annotated)) {
            return Optional.of(
                    new StoredType.Opaque(List.of(), JavaTypes.of(value))); // the compiler says what it lacks
        }
        Optional<AnnotationValue> codec = StorageAnnotations.codec(annotated);
        return codec.isPresent()
                ? codec.map(named -> custom(value, named))
                : StorageAnnotations.opaque(annotated).map(allowed -> opaque(value, allowed));
    }

    private StoredType custom(TypeMirror value, AnnotationValue named) {
        Optional<TypeMirror> codec = StorageAnnotations.type(named).filter(type -> !types.isUnresolved(type));
        return codec.isPresent()
                ? reach.refusalOfAny(value).orElseGet(() -> custom(value, codec.get()))
                : new StoredType.Unresolved(new JavaType.Unresolved(named.toString()));
    }

    private StoredType custom(TypeMirror value, TypeMirror codec) {
        JavaType type = JavaTypes.of(value);
        JavaType codecType = JavaTypes.of(codec);
        boolean stores = types.as(codec, CUSTOM_CODEC)
                .map(DeclaredType::getTypeArguments)
                .filter(arguments -> arguments.size() == 1 && types.types().isSameType(arguments.get(0), value))
                .isPresent();
        if (!stores) {
            return Refusal.notACodec(codecType.toString(), type).of(type);
        }
        TypeElement codecClass = (TypeElement) ((DeclaredType) codec).asElement();
        return canCreate(codecClass)
                ? new StoredType.Custom(JavaTypes.classRef(codecClass), type)
                : Refusal.uncallableCodec(codecType.toString(), reach.packageName())
                        .of(type);
    }

    private boolean canCreate(TypeElement codec) {
        return reach.refusal(codec).isEmpty()
                && !CompilerTypes.isInner(codec)
                && !codec.getModifiers().contains(Modifier.ABSTRACT)
                && ElementFilter.constructorsIn(codec.getEnclosedElements()).stream()
                        .anyMatch(constructor -> constructor.getParameters().isEmpty() && reach.canCall(constructor));
    }

    private StoredType opaque(TypeMirror value, List<TypeMirror> allowed) {
        List<ClassRef> classes = new ArrayList<>();
        Optional<StoredType> refused = reach.refusalOfAny(value);
        for (TypeMirror type : allowed) {
            refused = refused.or(() -> reach.refusalOfAny(type));
            if (type.getKind() == TypeKind.DECLARED) {
                classes.add(JavaTypes.classRef((TypeElement) ((DeclaredType) type).asElement()));
            }
        }
        return refused.orElseGet(() -> new StoredType.Opaque(classes, JavaTypes.of(value)));
    }
}
