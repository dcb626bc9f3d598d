package dev.cairn.processor.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** Collects the fields of which an instance of a plain class consists, those of its superclasses first. */
final class FieldCollector {
    private final CompilerTypes types;
    private final List<Refusal> refusals;
    private final Map<String, VariableElement> fields = new LinkedHashMap<>();

    /**
     * A collector for one class.
     *
     * @param refusals gets what is wrong with single fields
     */
    FieldCollector(CompilerTypes types, List<Refusal> refusals) {
        this.types = types;
        this.refusals = refusals;
    }

    /** The fields that are neither static nor transient. */
    List<VariableElement> collect(DeclaredType type) throws RefusedTypeException {
        addFields(type);
        return List.copyOf(fields.values());
    }

    private void addFields(DeclaredType type) throws RefusedTypeException {
        TypeElement element = (TypeElement) type.asElement();
        if (element.getSuperclass() instanceof DeclaredType superclass
                && !CompilerTypes.canonicalName(superclass).equals("java.lang.Object")) {
            if (types.isPlatformClass((TypeElement) superclass.asElement())) {
                throw new RefusedTypeException(
                        Refusal.extendsPlatformClass(CompilerTypes.nestedName(superclass.asElement())));
            }
            addFields(superclass);
        }
        for (VariableElement field : ElementFilter.fieldsIn(element.getEnclosedElements())) {
            if (isStored(field) && fields.put(field.getSimpleName().toString(), field) != null) {
                refusals.add(MemberRefusals.hidden(field.getSimpleName().toString()));
            }
        }
    }

    private static boolean isStored(VariableElement field) {
        return !field.getModifiers().contains(Modifier.STATIC)
                && !field.getModifiers().contains(Modifier.TRANSIENT);
    }
}
