package dev.cairn.processor.read;

import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads {@code @Codec} and {@code @Opaque}, which take precedence over what the type itself would give. */
final class CustomStorage {
    private final CompilerTypes types;
    private final Reach reach;
    private final TypeCodecs codecs;
    private final AllowedNames allowedNames;

    CustomStorage(CompilerTypes types, Reach reach, TypeCodecs codecs) {
        this.types = types;
        this.reach = reach;
        this.codecs = codecs;
        this.allowedNames = new AllowedNames(types.elements(), reach);
    }

    /** How an annotation on a field or class says that values of {@code type} are stored; empty if none does. */
    Optional<StoredType> read(TypeMirror type, Element annotated) {
        TypeMirror value = types.boxed(types.withoutWildcards(type));
        if (StorageAnnotations.lacksElement(annotated)) {
            return Optional.of(new StoredType.Opaque(
                    List.of(), List.of(), JavaTypes.of(value))); // the compiler says what it lacks
        }
        Optional<AnnotationValue> codec = StorageAnnotations.codec(annotated);
        return codec.isPresent()
                ? codec.map(named -> custom(value, named))
                : StorageAnnotations.opaque(annotated)
                        .map(allowed -> opaque(value, allowed, StorageAnnotations.opaqueNames(annotated)));
    }

    private StoredType custom(TypeMirror value, AnnotationValue named) {
        Optional<TypeMirror> codec = StorageAnnotations.type(named).filter(type -> !types.isUnresolved(type));
        if (codec.isEmpty()) {
            return new StoredType.Unresolved(new JavaType.Unresolved(named.toString()));
        } else if (codec.get() instanceof DeclaredType declared) {
            return codecs.stored(value, (TypeElement) declared.asElement());
        }
        JavaType type = JavaTypes.of(value); // such as `int.class`
        return Refusal.notACodec(JavaTypes.of(codec.get()).toString(), type).of(type);
    }

    private StoredType opaque(TypeMirror value, List<TypeMirror> allowed, List<String> names) {
        List<ClassRef> classes = new ArrayList<>();
        Optional<StoredType> refused = reach.refusalOfAny(value);
        for (TypeMirror type : allowed) {
            refused = refused.or(() -> reach.refusalOfAny(type));
            if (type.getKind() == TypeKind.DECLARED) {
                classes.add(JavaTypes.classRef((TypeElement) ((DeclaredType) type).asElement()));
            }
        }
        JavaType stored = JavaTypes.of(value);
        List<Refusal> unknown = names.stream()
                .flatMap(name -> allowedNames.refusal(name).stream())
                .toList();
        return refused.or(() -> unknown.isEmpty() ? Optional.empty() : Optional.of(Refusal.of(stored, unknown)))
                .orElseGet(() -> new StoredType.Opaque(classes, names, stored));
    }
}
