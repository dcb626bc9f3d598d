package dev.cairn.processor.read;

import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition.Constructor;
import dev.cairn.processor.model.StoredDefinition.Field;
import dev.cairn.processor.model.StoredDefinition.Member;
import dev.cairn.processor.model.StoredDefinition.Struct;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads what records and plain classes are made of. */
final class StructReader {
    private final CompilerTypes types;
    private final Reach reach;
    private final StoredTypeReader storedTypes;

    StructReader(CompilerTypes types, Reach reach, StoredTypeReader storedTypes) {
        this.types = types;
        this.reach = reach;
        this.storedTypes = storedTypes;
    }

    /** A record: its accessors and its canonical constructor are as accessible as the record itself. */
    Struct record(TypeElement element, DeclaredType type, JavaType.Declared name) {
        List<Field> fields = new ArrayList<>();
        for (RecordComponentElement component : element.getRecordComponents()) {
            fields.add(component(component, type, element));
        }
        List<String> constructor = fields.stream().map(Field::name).toList();
        return new Struct(
                name,
                fields,
                Constructor.of(constructor),
                false,
                StorageAnnotations.formerNames(element),
                types.warnings(element));
    }

    private Field component(RecordComponentElement component, DeclaredType type, TypeElement element) {
        String name = component.getSimpleName().toString();
        // Class files of some compilers have the annotations on the field only.
        VariableElement field = ElementFilter.fieldsIn(element.getEnclosedElements()).stream()
                .filter(candidate -> candidate.getSimpleName().contentEquals(name))
                .findFirst()
                .orElseThrow();
        TypeMirror fieldType = types.types().asMemberOf(type, field);
        Set<String> formerNames = new LinkedHashSet<>(StorageAnnotations.formerNames(component));
        formerNames.addAll(StorageAnnotations.formerNames(field));
        return new Field(
                name,
                JavaTypes.of(fieldType),
                storedTypes.read(fieldType, component, field),
                new Member.Method(name),
                Optional.empty(),
                List.copyOf(formerNames),
                StorageAnnotations.fallback(component).or(() -> StorageAnnotations.fallback(field)));
    }

    /** A class that is no record: fields, what reads them, and what makes an instance of them. */
    Struct plainClass(TypeElement element, DeclaredType type, JavaType.Declared name) throws RefusedTypeException {
        List<Refusal> refusals = new ArrayList<>();
        MemberFinder members = new MemberFinder(types, reach, element, type);
        List<PlainField> fields = new ArrayList<>();
        for (VariableElement field : new FieldCollector(types, refusals).collect(type)) {
            fields.add(members.find(field, storedTypes.read(members.typeOf(field), field)));
        }
        refuseUnreadable(fields, refusals);
        Constructor constructor = new ConstructorFinder(types, reach, type, fields).find(element, refusals);
        Struct struct = new Struct(
                name,
                fields.stream().map(field -> field(field, constructor)).toList(),
                constructor,
                fields.stream().anyMatch(field -> !field.isFinal()),
                StorageAnnotations.formerNames(element),
                types.warnings(element));
        if (refusals.isEmpty() && isReadByHandles(fields, constructor)) {
            OwnForm.of(element).ifPresent(refusals::add);
            if (Lombok.isYetToRun(element)) {
                refusals.add(MemberRefusals.beforeLombok());
            }
        }
        if (!refusals.isEmpty()) {
            throw new RefusedTypeException(
                    Lombok.isYetToRun(element) ? List.of(MemberRefusals.beforeLombok()) : refusals, struct);
        }
        return struct;
    }

    private void refuseUnreadable(List<PlainField> fields, List<Refusal> refusals) {
        List<PlainField> unreadable =
                fields.stream().filter(field -> field.read().isEmpty()).toList();
        if (!unreadable.isEmpty()) {
            VariableElement first = unreadable.get(0).element();
            refusals.add(MemberRefusals.unreadable(
                    unreadable.stream().map(PlainField::name).toList(),
                    MemberFinder.getterNames(first),
                    reach.packageName(),
                    types.elements().getPackageOf(first).getQualifiedName().toString()));
        }
    }

    /** Whether something is reached that the class does not offer to the package of the flow. */
    private static boolean isReadByHandles(List<PlainField> fields, Constructor constructor) {
        return constructor.hidden().isPresent()
                || fields.stream()
                        .anyMatch(field -> field.isReadByHandle()
                                || field.isWrittenByHandle()
                                        && !constructor.fields().contains(field.name()));
    }

    private static Field field(PlainField field, Constructor constructor) {
        return new Field(
                field.name(),
                JavaTypes.of(field.type()),
                field.stored(),
                field.read().orElse(new Member.Direct(field.name())),
                constructor.fields().contains(field.name()) ? Optional.empty() : field.write(),
                StorageAnnotations.formerNames(field.element()),
                StorageAnnotations.fallback(field.element()));
    }
}
