package dev.cairn.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.UndeclaredThrowableException;

/**
 * Finds the private fields and constructors that a generated codec uses, once, when the codec is made. The rights are those of the
 * generated class: the private members of classes in its own module, and of packages that are open to it. Nothing has to be opened
 * on the command line. Thread-safe.
 *
 * <p>What is not there, because the class was compiled again after the flow, is a {@link LinkageError}, as it is for code that
 * names a field.
 */
public final class PrivateMembers {
    private PrivateMembers() {}

    /**
     * A handle for an instance field, of a final one to read it only.
     *
     * @param lookup that of the generated class
     * @param type the class; the field may be declared by a superclass of it
     * @param name the name of the field
     * @param fieldType its erased type
     * @return a handle that gets the field of an instance, and sets it unless it is final
     * @throws NoSuchFieldError if there is no such field
     * @throws IllegalAccessError if the class that declares it is in another module, which does not open its package
     */
    public static VarHandle field(Lookup lookup, Class<?> type, String name, Class<?> fieldType) {
        IllegalAccessException failure = null;
        for (Class<?> owner = type; owner != null && owner != Object.class; owner = owner.getSuperclass()) {
            try {
                return MethodHandles.privateLookupIn(owner, lookup).findVarHandle(owner, name, fieldType);
            } catch (NoSuchFieldException declaredAbove) {
                // A superclass has it.
            } catch (IllegalAccessException e) {
                failure = e; // either the class cannot be reached, or it inherits a field that only its owner reaches
            }
        }
        if (failure != null) {
            throw inaccessible(type, lookup, failure);
        }
        throw new NoSuchFieldError(fieldType.getTypeName() + " " + name + " of " + type.getTypeName()
                + "; compile the flow again, its class has changed");
    }

    /**
     * A handle that calls a constructor.
     *
     * @param lookup that of the generated class
     * @param type the class
     * @param parameters the erased types of its parameters
     * @return a handle that takes the arguments of the constructor and returns the new instance
     * @throws NoSuchMethodError if there is no such constructor
     * @throws IllegalAccessError if the class is in another module, which does not open its package
     */
    public static MethodHandle constructor(Lookup lookup, Class<?> type, Class<?>... parameters) {
        MethodType signature = MethodType.methodType(void.class, parameters);
        try {
            return MethodHandles.privateLookupIn(type, lookup).findConstructor(type, signature);
        } catch (NoSuchMethodException e) {
            NoSuchMethodError error = new NoSuchMethodError("the constructor " + type.getTypeName()
                    + signature.toString().replace("void", "") + "; compile the flow again, its class has changed");
            error.initCause(e);
            throw error;
        } catch (IllegalAccessException e) {
            throw inaccessible(type, lookup, e);
        }
    }

    private static IllegalAccessError inaccessible(Class<?> type, Lookup lookup, IllegalAccessException cause) {
        String module = lookup.lookupClass().getModule().isNamed()
                ? lookup.lookupClass().getModule().getName()
                : "the class path";
        IllegalAccessError error = new IllegalAccessError("the private members of " + type.getTypeName()
                + " cannot be reached from " + module + "; let its module open the package `" + type.getPackageName()
                + "`");
        error.initCause(cause);
        return error;
    }

    /**
     * {@return what a constructor threw, for the caller to throw; it declares no checked exception}
     *
     * @param thrown what the handle of the constructor threw
     * @throws Error if that is what it threw
     */
    public static RuntimeException thrown(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException unchecked ? unchecked : new UndeclaredThrowableException(thrown);
    }
}
