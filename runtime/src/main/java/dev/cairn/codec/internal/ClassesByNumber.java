package dev.cairn.codec.internal;

import com.esotericsoftware.kryo.kryo5.Registration;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.util.DefaultClassResolver;
import dev.cairn.codec.MalformedArtifactException;

/**
 * Knows classes by the numbers under which they are registered. Kryo's own resolver also reads names: even where registration is
 * required, it loads the class of any name in the data, and only then finds out that it is not registered.
 */
public final class ClassesByNumber extends DefaultClassResolver {
    @Override
    protected Registration readName(Input input) {
        throw new MalformedArtifactException("a class has a name where it must have a number");
    }
}
