package dev.cairn.processor.read;

import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.Position;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds types that flows store, and their members, in the sources of a compilation. Lives no longer than the round. */
public final class SourcePlaces {
    private final Elements elements;
    private final Predicate<TypeElement> isSource;
    private final ToIntFunction<TypeElement> number;

    /**
     * The places of one round.
     *
     * @param isSource whether a class is among the sources, and the compiler shows places in it
     * @param number how many classes stand before it
     */
    public SourcePlaces(Elements elements, Predicate<TypeElement> isSource, ToIntFunction<TypeElement> number) {
        this.elements = elements;
        this.isSource = isSource;
        this.number = number;
    }

    /** Where a type, or a field or constant of it, stands; empty if the compilation does not have its source. */
    public Optional<Position> of(ClassRef type, Optional<String> member) {
        TypeElement element = elements.getTypeElement(type.canonicalName());
        if (element == null) {
            return Optional.empty();
        }
        Optional<VariableElement> field = member.flatMap(name -> field(element, name));
        TypeElement owner =
                field.map(found -> (TypeElement) found.getEnclosingElement()).orElse(element);
        if (!isSource.test(owner)) {
            return isSource.test(element) && owner != element
                    ? Optional.of(new Positions(number.applyAsInt(element), element).of(element))
                    : Optional.empty();
        }
        Positions positions = new Positions(number.applyAsInt(owner), owner);
        return Optional.of(field.map(positions::of).orElseGet(() -> positions.of(owner)));
    }

    /** A field of a type or of its superclasses. */
    public Optional<VariableElement> field(ClassRef type, String name) {
        TypeElement element = elements.getTypeElement(type.canonicalName());
        return element == null ? Optional.empty() : field(element, name);
    }

    private static Optional<VariableElement> field(TypeElement type, String name) {
        for (@Nullable TypeElement owner = type; owner != null; owner = superclass(owner)) {
            Optional<VariableElement> found = ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
                    .filter(field -> field.getSimpleName().contentEquals(name))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static @Nullable TypeElement superclass(TypeElement type) {
        return type.getSuperclass() instanceof DeclaredType superclass ? (TypeElement) superclass.asElement() : null;
    }
}
