package dev.cairn.processor.read;

import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads sealed hierarchies: which classes the values of a sealed type can have. */
final class SealedReader {
    private final CompilerTypes types;
    private final StoredTypeReader storedTypes;

    SealedReader(CompilerTypes types, StoredTypeReader storedTypes) {
        this.types = types;
        this.storedTypes = storedTypes;
    }

    StoredDefinition.Sealed read(TypeElement element, DeclaredType type, JavaType.Declared name) {
        Set<StoredType> subtypes = new LinkedHashSet<>(); // one class may be permitted on several paths
        addSubtypes(element, type, subtypes);
        return new StoredDefinition.Sealed(
                name, List.copyOf(subtypes), StorageAnnotations.formerNames(element), types.warnings(element));
    }

    private void addSubtypes(TypeElement sealed, DeclaredType type, Set<StoredType> subtypes) {
        for (TypeMirror permitted : sealed.getPermittedSubclasses()) {
            if (permitted.getKind() == TypeKind.ERROR) {
                subtypes.add(storedTypes.read(permitted));
            } else {
                addSubtype((TypeElement) ((DeclaredType) permitted).asElement(), type, subtypes);
            }
        }
    }

    private void addSubtype(TypeElement subclass, DeclaredType type, Set<StoredType> subtypes) {
        TypePattern pattern = new TypePattern(types.types());
        DeclaredType declaration = (DeclaredType) subclass.asType();
        Optional<DeclaredType> supertype = types.as(declaration, CompilerTypes.canonicalName(type));
        if (supertype.isEmpty()) {
            return; // the compiler reports that it is no subclass
        } else if (!pattern.matches(supertype.get(), type)) {
            return; // such as `record Empty() implements Box<Void>` where the type is `Box<String>`
        }
        Optional<TypeParameterElement> undetermined = pattern.undetermined(subclass);
        if (undetermined.isPresent()) {
            String parameter = undetermined.get().getSimpleName().toString();
            subtypes.add(
                    Refusal.undeterminedArgument(parameter, JavaTypes.of(type)).of(JavaTypes.of(declaration)));
            return;
        }
        DeclaredType subtype = pattern.instance(subclass);
        if (TypeKinds.isSealed(subclass) && TypeKinds.isAbstract(subclass)) {
            addSubtypes(subclass, subtype, subtypes);
        } else {
            subtypes.add(named(storedTypes.read(subtype), type));
        }
    }

    /** Which subtype a value has is stored as the name of the subtype, and a stored form has a name of its own, or none. */
    private static StoredType named(StoredType subtype, DeclaredType sealedType) {
        return subtype instanceof StoredType.Converted converted
                ? Refusal.convertedSubtype(converted.codec().toString(), JavaTypes.of(sealedType))
                        .of(converted.type())
                : subtype;
    }
}
