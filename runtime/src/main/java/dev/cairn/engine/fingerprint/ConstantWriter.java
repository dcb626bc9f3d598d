package dev.cairn.engine.fingerprint;

import java.util.List;
import java.util.stream.IntStream;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes constants, and what is linked when it is first used: functions, concatenations and the methods of records by what they say,
 * not by how; anything else as it is. Used by one thread.
 */
final class ConstantWriter {
    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
    private static final String CONCATENATION = "java/lang/invoke/StringConcatFactory";
    private static final String RECORDS = "java/lang/runtime/ObjectMethods";

    private final UnitWriter unit;

    ConstantWriter(UnitWriter unit) {
        this.unit = unit;
    }

    String of(Object value) {
        if (value instanceof String string) {
            return "string " + string.length() + ":" + string;
        } else if (value instanceof Type type) {
            unit.receivedIn(type.getDescriptor()); // whoever gets a class may make its objects
            return "type " + unit.descriptor(type.getDescriptor());
        } else if (value instanceof Handle handle) {
            return "handle " + handle(handle);
        } else if (value instanceof ConstantDynamic constant) {
            int count = constant.getBootstrapMethodArgumentCount();
            List<Object> arguments = IntStream.range(0, count)
                    .mapToObj(constant::getBootstrapMethodArgument)
                    .toList();
            return dynamic(new Instruction.Dynamic(
                    constant.getName(), constant.getDescriptor(), constant.getBootstrapMethod(), arguments));
        } else if (value instanceof Float number) {
            return "float " + Float.floatToRawIntBits(number);
        } else if (value instanceof Double number) {
            return "double " + Double.doubleToRawLongBits(number);
        }
        return (value instanceof Long ? "long " : "int ") + value;
    }

    String dynamic(Instruction.Dynamic dynamic) {
        unit.receivedIn(dynamic.descriptor().substring(dynamic.descriptor().indexOf(')') + 1));
        return switch (dynamic.bootstrap().getOwner()) {
            case LAMBDAS -> "function " + named(dynamic) + arguments(dynamic);
            case CONCATENATION -> "concatenation " + unit.descriptor(dynamic.descriptor()) + arguments(dynamic);
            case RECORDS -> "record " + named(dynamic) + arguments(dynamic);
            default -> "dynamic " + named(dynamic) + " " + handle(dynamic.bootstrap()) + arguments(dynamic);
        };
    }

    private String named(Instruction.Dynamic dynamic) {
        return dynamic.name() + unit.descriptor(dynamic.descriptor());
    }

    private String arguments(Instruction.Dynamic dynamic) {
        StringBuilder written = new StringBuilder();
        dynamic.arguments().forEach(each -> written.append('\n').append(of(each)));
        return written.toString();
    }

    private String handle(Handle handle) {
        String owner = handle.getOwner();
        String key = handle.getName() + handle.getDesc();
        return switch (handle.getTag()) {
            case Opcodes.H_GETFIELD, Opcodes.H_PUTFIELD -> field(handle, Use.Kind.READ_FIELD);
            case Opcodes.H_GETSTATIC, Opcodes.H_PUTSTATIC -> field(handle, Use.Kind.STATIC_FIELD);
            case Opcodes.H_NEWINVOKESPECIAL -> {
                unit.use(Use.Kind.MADE, owner);
                yield "new " + method(handle, Use.Kind.EXACT_CALL);
            }
            case Opcodes.H_INVOKESTATIC ->
                unit.isInlined(owner, key)
                        ? unit.inlined(owner, key)
                        : "static " + method(handle, Use.Kind.STATIC_CALL);
            case Opcodes.H_INVOKESPECIAL ->
                unit.isInlined(owner, key) ? unit.inlined(owner, key) : method(handle, Use.Kind.EXACT_CALL);
            default ->
                unit.isInlined(owner, key)
                        ? unit.inlined(owner, key)
                        : BodyWriter.isOfObject(key) ? "Object." + key : method(handle, Use.Kind.VIRTUAL_CALL);
        };
    }

    private String field(Handle handle, Use.Kind kind) {
        unit.use(kind, handle.getOwner(), handle.getName(), "");
        unit.receivedIn(handle.getDesc());
        return "field " + unit.field(handle.getOwner(), handle.getName()) + unit.descriptor(handle.getDesc());
    }

    private String method(Handle handle, Use.Kind kind) {
        unit.use(kind, handle.getOwner(), handle.getName(), handle.getDesc());
        unit.receivedIn(handle.getDesc().substring(handle.getDesc().indexOf(')')));
        return unit.type(handle.getOwner()) + "." + handle.getName() + unit.descriptor(handle.getDesc());
    }
}
