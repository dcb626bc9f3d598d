/** An engine as somebody else would write it: with what is public. */
package com.acme.engine;
