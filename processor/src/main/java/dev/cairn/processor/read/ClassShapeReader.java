package dev.cairn.processor.read;

import dev.cairn.processor.model.ClassShape;
import dev.cairn.processor.model.ClassShape.InheritedMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads what kind of class a flow is. */
final class ClassShapeReader {
    private ClassShapeReader() {}

    static ClassShape read(TypeElement type) {
        return new ClassShape(
                type.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                anyAround(type, element -> element.getModifiers().contains(Modifier.PRIVATE)),
                type.getModifiers().contains(Modifier.ABSTRACT),
                isInner(type),
                !type.getTypeParameters().isEmpty(),
                isConstructible(type),
                inherited(type));
    }

    /** Whether the class, and every class around it, is public. */
    static boolean isPublic(TypeElement type) {
        return !anyAround(type, element -> !element.getModifiers().contains(Modifier.PUBLIC));
    }

    private static boolean anyAround(TypeElement type, Predicate<Element> test) {
        for (Element element = type;
                element.getKind().isClass() || element.getKind().isInterface();
                element = Objects.requireNonNull(element.getEnclosingElement())) {
            if (test.test(element)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInner(TypeElement type) {
        return switch (type.getNestingKind()) {
            case TOP_LEVEL -> false;
            case MEMBER ->
                type.getKind() == ElementKind.CLASS && !type.getModifiers().contains(Modifier.STATIC);
            case LOCAL, ANONYMOUS -> true;
        };
    }

    private static boolean isConstructible(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty()
                        && !constructor.getModifiers().contains(Modifier.PRIVATE));
    }

    private static List<InheritedMember> inherited(TypeElement type) {
        List<InheritedMember> members = new ArrayList<>();
        for (TypeMirror above = type.getSuperclass();
                above instanceof DeclaredType declared && declared.asElement() instanceof TypeElement superclass;
                above = superclass.getSuperclass()) {
            String name = superclass.getSimpleName().toString();
            for (Element member : superclass.getEnclosedElements()) {
                boolean step = Annotation.isOn(member, "dev.cairn.Step");
                if (step || FlowElements.isArtifact(member)) {
                    members.add(new InheritedMember(name, member.getSimpleName().toString(), step));
                }
            }
        }
        return members;
    }
}
