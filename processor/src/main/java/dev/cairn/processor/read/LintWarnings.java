package dev.cairn.processor.read;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

/**
 * What compilers warn of where generated code names the parts of a flow: that something is deprecated, or raw. The user is warned
 * where the flow names them, and can do something about it there; in generated code nobody can.
 */
final class LintWarnings {
    private final Elements elements;

    LintWarnings(Elements elements) {
        this.elements = elements;
    }

    /** What naming the members of a flow, or the class itself, brings. */
    List<String> ofFlow(FlowElements flow) {
        Set<String> warnings = new TreeSet<>();
        addClass(flow.type(), warnings);
        flow.artifacts().forEach(artifact -> addMember(artifact, warnings));
        flow.steps().forEach(step -> addMember(step, warnings));
        return List.copyOf(warnings);
    }

    /** What naming a class brings, and the members by which its values are read and made. */
    List<String> ofStored(TypeElement type) {
        Set<String> warnings = new TreeSet<>();
        addClass(type, warnings);
        addStorage(type, warnings);
        elements.getAllMembers(type).stream()
                .filter(member -> !isOfPlatform(member)) // `finalize` is deprecated
                .forEach(member -> addMember(member, warnings));
        return List.copyOf(warnings);
    }

    private void addMember(Element member, Set<String> warnings) {
        addDeprecated(member, warnings);
        if (member instanceof VariableElement) {
            addType(member.asType(), warnings);
            addStorage(member, warnings);
        } else if (member instanceof ExecutableElement method) {
            addType(method.getReturnType(), warnings);
            method.getParameters().forEach(parameter -> addType(parameter.asType(), warnings));
        }
    }

    private static boolean isOfPlatform(Element member) {
        return member.getEnclosingElement() instanceof TypeElement owner
                && owner.getQualifiedName().toString().startsWith("java.");
    }

    private void addStorage(Element annotated, Set<String> warnings) {
        StorageAnnotations.codec(annotated)
                .flatMap(StorageAnnotations::type)
                .ifPresent(codec -> addType(codec, warnings));
        StorageAnnotations.opaque(annotated)
                .ifPresent(
                        allowed -> allowed.forEach(type -> addDeclared(type, warnings))); // as class literals, not raw
    }

    private void addType(TypeMirror type, Set<String> warnings) {
        if (type instanceof ArrayType array) {
            addType(array.getComponentType(), warnings);
        } else if (type instanceof WildcardType wildcard) {
            for (TypeMirror bound : new TypeMirror[] {wildcard.getExtendsBound(), wildcard.getSuperBound()}) {
                if (bound != null) {
                    addType(bound, warnings);
                }
            }
        } else if (type.getKind() == TypeKind.DECLARED) {
            DeclaredType declared = (DeclaredType) type;
            if (CompilerTypes.isRaw(declared)) {
                warnings.add("rawtypes");
            }
            addDeclared(declared, warnings);
            declared.getTypeArguments().forEach(argument -> addType(argument, warnings));
        }
    }

    private void addDeclared(TypeMirror type, Set<String> warnings) {
        if (type.getKind() == TypeKind.DECLARED) {
            addClass(((DeclaredType) type).asElement(), warnings);
        }
    }

    /** A nested class is named with those around it. */
    private void addClass(Element type, Set<String> warnings) {
        for (Element around = type; around instanceof TypeElement; around = around.getEnclosingElement()) {
            addDeprecated(around, warnings);
        }
    }

    private void addDeprecated(Element element, Set<String> warnings) {
        if (elements.isDeprecated(element)) {
            warnings.add("deprecation");
            warnings.add("removal");
        }
    }
}
