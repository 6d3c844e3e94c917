"""Countries and the first-level parts of those that most people come from; names as the press writes them."""

from __future__ import annotations

from dataclasses import dataclass

COUNTRIES: tuple[str, ...] = tuple(
    (
        "Afghanistan; Albania; Algeria; Andorra; Angola; Antigua and Barbuda; Argentina; Armenia; "
        "Australia; Austria; Azerbaijan; Bahamas; Bahrain; Bangladesh; Barbados; Belarus; "
        "Belgium; Belize; Benin; Bhutan; Bolivia; Bosnia and Herzegovina; Botswana; Brazil; "
        "Brunei; Bulgaria; Burkina Faso; Burundi; Cabo Verde; Cambodia; Cameroon; Canada; Central "
        "African Republic; Chad; Chile; China; Colombia; Comoros; Congo; Costa Rica; Croatia; "
        "Cuba; Cyprus; Czech Republic; Côte d'Ivoire; Democratic Republic of the Congo; Denmark; "
        "Djibouti; Dominica; Dominican Republic; Ecuador; Egypt; El Salvador; Equatorial Guinea; "
        "Eritrea; Estonia; Eswatini; Ethiopia; Fiji; Finland; France; Gabon; Gambia; Georgia; "
        "Germany; Ghana; Greece; Grenada; Guatemala; Guinea; Guinea-Bissau; Guyana; Haiti; "
        "Honduras; Hong Kong; Hungary; Iceland; India; Indonesia; Iran; Iraq; Ireland; Israel; "
        "Italy; Jamaica; Japan; Jordan; Kazakhstan; Kenya; Kiribati; Kosovo; Kuwait; Kyrgyzstan; "
        "Laos; Latvia; Lebanon; Lesotho; Liberia; Libya; Liechtenstein; Lithuania; Luxembourg; "
        "Madagascar; Malawi; Malaysia; Maldives; Mali; Malta; Marshall Islands; Mauritania; "
        "Mauritius; Mexico; Micronesia; Moldova; Monaco; Mongolia; Montenegro; Morocco; "
        "Mozambique; Myanmar; Namibia; Nauru; Nepal; Netherlands; New Zealand; Nicaragua; Niger; "
        "Nigeria; North Korea; North Macedonia; Norway; Oman; Pakistan; Palau; Palestine; Panama; "
        "Papua New Guinea; Paraguay; Peru; Philippines; Poland; Portugal; Qatar; Romania; Russia; "
        "Rwanda; Saint Kitts and Nevis; Saint Lucia; Saint Vincent and the Grenadines; Samoa; San "
        "Marino; Sao Tome and Principe; Saudi Arabia; Senegal; Serbia; Seychelles; Sierra Leone; "
        "Singapore; Slovakia; Slovenia; Solomon Islands; Somalia; South Africa; South Korea; "
        "South Sudan; Spain; Sri Lanka; Sudan; Suriname; Sweden; Switzerland; Syria; Taiwan; "
        "Tajikistan; Tanzania; Thailand; Timor-Leste; Togo; Tonga; Trinidad and Tobago; Tunisia; "
        "Turkey; Turkmenistan; Tuvalu; Uganda; Ukraine; United Arab Emirates; United Kingdom; "
        "United States; Uruguay; Uzbekistan; Vanuatu; Vatican City; Venezuela; Vietnam; Yemen; "
        "Zambia; Zimbabwe"
    ).split("; ")
)

STATES: dict[str, tuple[str, ...]] = {
    "India": tuple(
        (
            "Andaman and Nicobar Islands; Andhra Pradesh; Arunachal Pradesh; Assam; Bihar; "
            "Chandigarh; Chhattisgarh; Delhi; Dadra and Nagar Haveli and Daman and Diu; Goa; Gujarat; "
            "Haryana; Himachal Pradesh; Jammu and Kashmir; Jharkhand; Karnataka; Kerala; Ladakh; "
            "Lakshadweep; Madhya Pradesh; Maharashtra; Manipur; Meghalaya; Mizoram; Nagaland; Odisha; "
            "Puducherry; Punjab; Rajasthan; Sikkim; Tamil Nadu; Telangana; Tripura; Uttar Pradesh; "
            "Uttarakhand; West Bengal"
        ).split("; ")
    ),
    "Nepal": tuple(("Bagmati; Gandaki; Karnali; Koshi; Lumbini; Madhesh; Sudurpashchim").split("; ")),
    "Sri Lanka": tuple(
        (
            "Central Province; Eastern Province; North Central Province; North Western Province; "
            "Northern Province; Sabaragamuwa Province; Southern Province; Uva Province; Western "
            "Province"
        ).split("; ")
    ),
    "Bangladesh": tuple(("Barishal; Chattogram; Dhaka; Khulna; Mymensingh; Rajshahi; Rangpur; Sylhet").split("; ")),
    "Pakistan": tuple(
        ("Azad Jammu and Kashmir; Balochistan; Gilgit-Baltistan; Islamabad; Khyber Pakhtunkhwa; Punjab; Sindh").split(
            "; "
        )
    ),
    "Cuba": tuple(
        (
            "Artemisa; Camagüey; Ciego de Ávila; Cienfuegos; Granma; Guantánamo; Holguín; Isla de la "
            "Juventud; La Habana; Las Tunas; Matanzas; Mayabeque; Pinar del Río; Sancti Spíritus; "
            "Santiago de Cuba; Villa Clara"
        ).split("; ")
    ),
    "Kenya": tuple(
        (
            "Baringo; Bomet; Bungoma; Busia; Elgeyo/Marakwet; Embu; Garissa; Homa Bay; Isiolo; "
            "Kajiado; Kakamega; Kericho; Kiambu; Kilifi; Kirinyaga; Kisii; Kisumu; Kitui; Kwale; "
            "Laikipia; Lamu; Machakos; Makueni; Mandera; Marsabit; Meru; Migori; Mombasa; Murang'a; "
            "Nairobi City; Nakuru; Nandi; Narok; Nyamira; Nyandarua; Nyeri; Samburu; Siaya; "
            "Taita/Taveta; Tana River; Tharaka-Nithi; Trans Nzoia; Turkana; Uasin Gishu; Vihiga; "
            "Wajir; West Pokot"
        ).split("; ")
    ),
    "Ghana": tuple(
        (
            "Ahafo; Ashanti; Bono; Bono East; Central; Eastern; Greater Accra; North East; Northern; "
            "Oti; Savannah; Upper East; Upper West; Volta; Western; Western North"
        ).split("; ")
    ),
    "Uganda": tuple(("Central; Eastern; Northern; Western").split("; ")),
    "Cameroon": tuple(
        ("Adamaoua; Centre; East; Far North; Littoral; North; North-West; South; South-West; West").split("; ")
    ),
    "Nigeria": tuple(
        (
            "Abia; Abuja Federal Capital Territory; Adamawa; Akwa Ibom; Anambra; Bauchi; Bayelsa; "
            "Benue; Borno; Cross River; Delta; Ebonyi; Edo; Ekiti; Enugu; Gombe; Imo; Jigawa; Kaduna; "
            "Kano; Katsina; Kebbi; Kogi; Kwara; Lagos; Nasarawa; Niger; Ogun; Ondo; Osun; Oyo; "
            "Plateau; Rivers; Sokoto; Taraba; Yobe; Zamfara"
        ).split("; ")
    ),
    "Uzbekistan": tuple(
        (
            "Andijon; Buxoro; Farg‘ona; Jizzax; Namangan; Navoiy; Qashqadaryo; Qoraqalpog‘iston "
            "Respublikasi; Samarqand; Sirdaryo; Surxondaryo; Toshkent; Xorazm"
        ).split("; ")
    ),
    "Tajikistan": tuple(("Dushanbe; Khatlon; Kŭhistoni Badakhshon; Sughd; nohiyahoi tobei jumhurí").split("; ")),
    "Kyrgyzstan": tuple(
        ("Batken; Bishkek Shaary; Chüy; Jalal-Abad; Naryn; Osh; Osh Shaary; Talas; Ysyk-Köl").split("; ")
    ),
    "Brazil": tuple(
        (
            "Acre; Alagoas; Amapá; Amazonas; Bahia; Ceará; Distrito Federal; Espírito Santo; Goiás; "
            "Maranhão; Mato Grosso; Mato Grosso do Sul; Minas Gerais; Paraná; Paraíba; Pará; "
            "Pernambuco; Piauí; Rio Grande do Norte; Rio Grande do Sul; Rio de Janeiro; Rondônia; "
            "Roraima; Santa Catarina; Sergipe; São Paulo; Tocantins"
        ).split("; ")
    ),
    "Colombia": tuple(
        (
            "Amazonas; Antioquia; Arauca; Atlántico; Bolívar; Boyacá; Caldas; Caquetá; Casanare; "
            "Cauca; Cesar; Chocó; Cundinamarca; Córdoba; Distrito Capital de Bogotá; Guainía; "
            "Guaviare; Huila; La Guajira; Magdalena; Meta; Nariño; Norte de Santander; Putumayo; "
            "Quindío; Risaralda; San Andrés, Providencia y Santa Catalina; Santander; Sucre; Tolima; "
            "Valle del Cauca; Vaupés; Vichada"
        ).split("; ")
    ),
    "South Africa": tuple(
        (
            "Eastern Cape; Free State; Gauteng; Kwazulu-Natal; Limpopo; Mpumalanga; North-West; "
            "Northern Cape; Western Cape"
        ).split("; ")
    ),
}


@dataclass(frozen=True)
class Place:
    """Where somebody is from, as far as it is known; empty parts are not known."""

    place: str = ""
    district: str = ""
    state: str = ""
    country: str = ""

    def parts(self) -> list[str]:
        """Return the known parts, smallest first."""
        return [part for part in (self.place, self.district, self.state, self.country) if part]


_COUNTRY = {name.casefold(): name for name in COUNTRIES}
_STATE = {name.casefold(): name for names in STATES.values() for name in names}


def read_place(text: str) -> Place:
    """Take a place as typed, smallest part first: "Surat, Gujarat, India" or "Surat in Gujarat".

    A part is a country or a state when the tables above know it as one; the parts before those are the
    place and its district.
    """
    parts = [" ".join(part.split()) for whole in text.split(",") for part in _apart(whole) if part.strip()]
    country = _COUNTRY.get(parts[-1].casefold(), "") if parts else ""
    if country:
        parts.pop()
    state = ""
    if parts and (parts[-1].casefold() in _STATE or len(parts) > 1):
        state = _STATE.get(parts[-1].casefold(), parts[-1])
        parts.pop()
    district = parts.pop() if len(parts) > 1 else ""
    return Place(", ".join(parts), district, state, country)


def _apart(text: str) -> list[str]:
    """Part "Surat in Gujarat", but not "Stow in the Wold": only what the tables know stands after "in"."""
    place, _, rest = text.rpartition(" in ")
    known = " ".join(rest.casefold().split())
    return [place, rest] if known in _STATE or known in _COUNTRY else [text]
