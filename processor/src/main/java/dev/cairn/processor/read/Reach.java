package dev.cairn.processor.read;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What generated code, which is in the package of the flow, can reach. */
final class Reach {
    private final Types types;
    private final Elements elements;
    private final PackageElement from;

    Reach(Elements elements, Types types, PackageElement from) {
        this.types = types;
        this.elements = elements;
        this.from = from;
    }

    /** The name of the package. */
    String packageName() {
        return from.getQualifiedName().toString();
    }

    /** Why the class cannot be reached; empty if it can. */
    Optional<Refusal> refusal(TypeElement type) {
        for (Element element = type; element instanceof TypeElement; element = element.getEnclosingElement()) {
            if (element.getModifiers().contains(Modifier.PRIVATE)) {
                String name = element.getSimpleName().toString();
                return Optional.of(element.equals(type) ? Refusal.isPrivate() : Refusal.inPrivate(name));
            } else if (!visible(element)) {
                return Optional.of(Refusal.outOfReach(packageName()));
            }
        }
        return Optional.empty();
    }

    /** Whether a member of a class that can be reached can be, too. */
    boolean includes(Element member) {
        return !member.getModifiers().contains(Modifier.PRIVATE) && visible(member);
    }

    /** Whether generated code can call the method or constructor without catching anything. */
    boolean canCall(ExecutableElement executable) {
        return includes(executable)
                && executable.getTypeParameters().isEmpty()
                && executable.getThrownTypes().stream().allMatch(this::isUnchecked);
    }

    private boolean visible(Element element) {
        Set<Modifier> modifiers = element.getModifiers();
        return modifiers.contains(Modifier.PUBLIC)
                || elements.getPackageOf(element).equals(from);
    }

    private boolean isUnchecked(TypeMirror thrown) {
        return isSubtype(thrown, "java.lang.RuntimeException") || isSubtype(thrown, "java.lang.Error");
    }

    private boolean isSubtype(TypeMirror type, String superclass) {
        return types.isSubtype(type, elements.getTypeElement(superclass).asType());
    }
}
