package dev.cairn.processor.read;

import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition.Field;
import dev.cairn.processor.model.StoredDefinition.Member;
import dev.cairn.processor.model.StoredDefinition.Struct;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
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
                name, fields, constructor, false, StorageAnnotations.formerNames(element), types.warnings(element));
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
                new Member(name, true),
                Optional.empty(),
                List.copyOf(formerNames),
                StorageAnnotations.fallback(component).or(() -> StorageAnnotations.fallback(field)));
    }

    /** A class that is no record: fields, what reads them, and what makes an instance of them. */
    Struct plainClass(TypeElement element, DeclaredType type, JavaType.Declared name) throws RefusedTypeException {
        List<Refusal> refusals = new ArrayList<>();
        List<VariableElement> variables = new FieldCollector(types, refusals).collect(type);
        MemberFinder members = new MemberFinder(types, reach, element, type);
        List<Field> fields = new ArrayList<>();
        for (VariableElement variable : variables) {
            Optional<Member> read = members.reader(variable);
            if (read.isEmpty()) {
                refusals.add(members.unreadable(variable));
            }
            fields.add(field(
                    variable,
                    types.types().asMemberOf(type, variable),
                    read.orElse(new Member(variable.getSimpleName().toString(), false)),
                    members.writer(variable)));
        }
        List<String> constructor =
                new ConstructorFinder(types, reach, type, members).find(element, variables, refusals);
        Struct struct = new Struct(
                name,
                fields.stream().map(field -> withoutWriter(field, constructor)).toList(),
                constructor,
                variables.stream().anyMatch(variable -> !variable.getModifiers().contains(Modifier.FINAL)),
                StorageAnnotations.formerNames(element),
                types.warnings(element));
        if (!refusals.isEmpty()) {
            throw new RefusedTypeException(
                    Lombok.isYetToRun(element) ? List.of(Refusal.beforeLombok()) : refusals, struct);
        }
        return struct;
    }

    private Field field(VariableElement variable, TypeMirror type, Member read, Optional<Member> write) {
        return new Field(
                variable.getSimpleName().toString(),
                JavaTypes.of(type),
                storedTypes.read(type, variable),
                read,
                write,
                StorageAnnotations.formerNames(variable),
                StorageAnnotations.fallback(variable));
    }

    private static Field withoutWriter(Field field, List<String> constructor) {
        return constructor.contains(field.name())
                ? new Field(
                        field.name(),
                        field.type(),
                        field.stored(),
                        field.read(),
                        Optional.empty(),
                        field.formerNames(),
                        field.fallback())
                : field;
    }
}
