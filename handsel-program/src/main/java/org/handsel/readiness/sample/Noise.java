package org.handsel.readiness.sample;

/// Ways of writing that are right but not plain, strewn over biographies in order.
final class Noise {
  private Noise() {}

  static void apply(Biography person, int number) {
    String call = person.personData();
    switch (number % 11) {
      case 1 ->
          person.dataCall = call.replace("|ALTERNATIVNAMEN=", "|ALTERNATIVNAMEN <!-- ; --> = ");
      case 2 -> person.dataCall = call.replace("{{Personendaten", "{{PDaten");
      case 3 -> person.body += "<pre>[[Kategorie:Muster]]\n{{Personendaten|NAME=X}}</pre>\n";
      case 4 -> person.body += "Siehe [[:Kategorie:Mann]], <nowiki>[[Kategorie:Mann]]</nowiki>.\n";
      case 5 ->
          person.dataCall =
              call.replace(
                  "|KURZBESCHREIBUNG=", "|KURZBESCHREIBUNG={{lang|de|a{{!}}b}} &amp; [[A|B]], ");
      case 6 -> person.dataCall = call.replace("{{Personendaten", "{{ personendaten ");
      case 7 ->
          person.authorityCall = person.normdaten().replace("{{Normdaten", "{{Vorlage:Normdaten");
      case 8 -> person.body += "<!-- [[Kategorie:Mann]] {{Normdaten|TYP=p}} -->\n";
      case 9 ->
          person.body += "<ref group=\"A\" name=\"b\" /> <math>\\frac{a}{b}</math> {{{leer}}}\n";
      default -> {
        // Plain, as most are.
      }
    }
  }
}
