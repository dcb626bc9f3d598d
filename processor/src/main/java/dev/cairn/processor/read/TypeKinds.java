package dev.cairn.processor.read;

import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** Tells of which classes and interfaces the values can be stored by what these are made of. */
final class TypeKinds {
    private final CompilerTypes types;
    private final Reach reach;

    TypeKinds(CompilerTypes types, Reach reach) {
        this.types = types;
        this.reach = reach;
    }

    /** Why they cannot be stored, whatever they are made of; empty if they can. */
    Optional<Refusal> refusal(TypeElement element, DeclaredType type) {
        Optional<Refusal> refusal = switch (element.getKind()) {
            case CLASS -> refusedName(type).or(() -> classRefusal(element));
            case INTERFACE -> refusedName(type).or(() -> interfaceRefusal(element));
            default -> Optional.empty();
        };
        return refusal.or(() -> reach.refusal(element));
    }

    private Optional<Refusal> refusedName(DeclaredType type) {
        return Annotation.isOn(type.asElement(), "dev.cairn.Flow")
                ? Optional.of(RefusedTypes.flow())
                : RefusedTypes.find(types.superclassNames(type));
    }

    private Optional<Refusal> classRefusal(TypeElement type) {
        if (CompilerTypes.isInner(type)) {
            return Optional.of(Refusal.inner(Objects.requireNonNull(type.getEnclosingElement())
                    .getSimpleName()
                    .toString()));
        } else if (types.isPlatformClass(type) && !(isAbstract(type) && isExtensible(type))) {
            return Optional.of(Refusal.noBuiltInCodec()); // sealed or not: newer JDKs seal what nobody could extend
        } else if (isSealed(type) && !isAbstract(type)) {
            return Optional.of(Refusal.sealedButNotAbstract());
        } else if (isAbstract(type) && !isSealed(type)) {
            return Optional.of(Refusal.openClass());
        }
        return Optional.empty();
    }

    /** Whether classes of other packages may extend a class. */
    private static boolean isExtensible(TypeElement type) {
        return !isSealed(type)
                && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .anyMatch(constructor -> constructor.getModifiers().contains(Modifier.PUBLIC)
                                || constructor.getModifiers().contains(Modifier.PROTECTED));
    }

    private Optional<Refusal> interfaceRefusal(TypeElement type) {
        if (StorageAnnotations.isFunctional(type)) {
            return Optional.of(RefusedTypes.function());
        }
        if (!isSealed(type)) {
            return Optional.of(Refusal.openInterface());
        }
        return types.isPlatformClass(type) ? Optional.of(Refusal.noBuiltInCodec()) : Optional.empty();
    }

    /** Whether all direct subclasses are known. */
    static boolean isSealed(Element type) {
        return type.getModifiers().contains(Modifier.SEALED);
    }

    /** Whether only subclasses have instances. */
    static boolean isAbstract(Element type) {
        return type.getKind().isInterface() || type.getModifiers().contains(Modifier.ABSTRACT);
    }
}
