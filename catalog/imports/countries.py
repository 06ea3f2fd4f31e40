"""Countries by what Wikidata and English tables call them."""

# Code of the site (ISO alpha-2), item of Wikidata, English name; more names by «/».
_COUNTRIES = """
AE Q878 United Arab Emirates
AF Q889 Afghanistan
AL Q222 Albania
AM Q399 Armenia
AO Q916 Angola
AR Q414 Argentina
AT Q40 Austria
AU Q408 Australia
AZ Q227 Azerbaijan
BA Q225 Bosnia and Herzegovina
BB Q244 Barbados
BD Q902 Bangladesh
BE Q31 Belgium
BF Q965 Burkina Faso
BG Q219 Bulgaria
BH Q398 Bahrain
BJ Q962 Benin
BO Q750 Bolivia
BR Q155 Brazil
BS Q778 The Bahamas/Bahamas
BT Q917 Bhutan
BY Q184 Belarus
CA Q16 Canada
CD Q974 Democratic Republic of the Congo
CH Q39 Switzerland
CI Q1008 Ivory Coast
CL Q298 Chile
CM Q1009 Cameroon
CN Q148 People's Republic of China/China
CO Q739 Colombia
CR Q800 Costa Rica
CS Q33946 Czechoslovakia
CU Q241 Cuba
CV Q1011 Cape Verde
CY Q229 Cyprus
CZ Q213 Czech Republic/Czechia
DD Q16957 German Democratic Republic/East Germany
DE Q183 Germany
DK Q35 Denmark
DO Q786 Dominican Republic
DZ Q262 Algeria
EC Q736 Ecuador
EE Q191 Estonia
EG Q79 Egypt
ER Q986 Eritrea
ES Q29 Spain
ET Q115 Ethiopia
FI Q33 Finland
FJ Q712 Fiji
FO Q4628 Faroe Islands
FR Q142 France
GA Q1000 Gabon
GB Q145 United Kingdom
GE Q230 Georgia
GH Q117 Ghana
GL Q223 Greenland
GN Q1006 Guinea
GR Q41 Greece
GT Q774 Guatemala
GY Q734 Guyana
HK Q8646 Hong Kong
HN Q783 Honduras
HR Q224 Croatia
HT Q790 Haiti
HU Q28 Hungary
ID Q252 Indonesia
IE Q27 Ireland/Republic of Ireland
IL Q801 Israel
IN Q668 India
IQ Q796 Iraq
IR Q794 Iran
IS Q189 Iceland
IT Q38 Italy
JM Q766 Jamaica
JO Q810 Jordan
JP Q17 Japan
KE Q114 Kenya
KG Q813 Kyrgyzstan
KH Q424 Cambodia
KP Q423 North Korea
KR Q884 South Korea
KW Q817 Kuwait
KZ Q232 Kazakhstan
LA Q819 Laos
LB Q822 Lebanon
LI Q347 Liechtenstein
LK Q854 Sri Lanka
LR Q1014 Liberia
LS Q1013 Lesotho
LT Q37 Lithuania
LU Q32 Luxembourg
LV Q211 Latvia
LY Q1016 Libya
MA Q1028 Morocco
MC Q235 Monaco
MD Q217 Moldova
ME Q236 Montenegro
MG Q1019 Madagascar
MK Q221 North Macedonia
ML Q912 Mali
MM Q836 Myanmar
MN Q711 Mongolia
MR Q1025 Mauritania
MT Q233 Malta
MW Q1020 Malawi
MX Q96 Mexico
MY Q833 Malaysia
MZ Q1029 Mozambique
NA Q1030 Namibia
NE Q1032 Niger
NG Q1033 Nigeria
NI Q811 Nicaragua
NL Q55 Netherlands/Kingdom of the Netherlands
NO Q20 Norway
NP Q837 Nepal
NZ Q664 New Zealand
OM Q842 Oman
PA Q804 Panama
PE Q419 Peru
PH Q928 Philippines
PK Q843 Pakistan
PL Q36 Poland
PR Q1183 Puerto Rico
PT Q45 Portugal
PY Q733 Paraguay
QA Q846 Qatar
RO Q218 Romania
RS Q403 Serbia
RU Q159 Russia
RW Q1037 Rwanda
SA Q851 Saudi Arabia
SE Q34 Sweden
SG Q334 Singapore
SI Q215 Slovenia
SK Q214 Slovakia
SN Q1041 Senegal
SR Q730 Suriname
SU Q15180 Soviet Union
SV Q792 El Salvador
SY Q858 Syria
TH Q869 Thailand
TJ Q863 Tajikistan
TM Q874 Turkmenistan
TN Q948 Tunisia
TR Q43 Turkey
TT Q754 Trinidad and Tobago
TW Q865 Taiwan
TZ Q924 Tanzania
UA Q212 Ukraine
UG Q1036 Uganda
US Q30 United States of America/United States
UY Q77 Uruguay
UZ Q265 Uzbekistan
VE Q717 Venezuela
VN Q881 Vietnam
XK Q1246 Kosovo
YE Q805 Yemen
YU Q36704 Yugoslavia/Socialist Federal Republic of Yugoslavia
ZA Q258 South Africa
ZM Q953 Zambia
ZW Q954 Zimbabwe
"""
# Items for the same country: the kingdoms with their other parts, a state before it.
_ALSO = {"Q29999": "NL", "Q756617": "DK", "Q713750": "DE", "Q83286": "YU"}

_ROWS = [line.split(" ", 2) for line in _COUNTRIES.strip().splitlines()]
CODES_BY_ITEM = {item: code for code, item, _names in _ROWS} | _ALSO
CODES_BY_NAME = {
    name: code for code, _item, names in _ROWS for name in names.split("/")
} | {"Kingdom of Denmark": "DK", "West Germany": "DE"}
